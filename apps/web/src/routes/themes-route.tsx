import { EmptyState } from '@throughline/ui';
import { Compass } from 'lucide-react';
import { useSession } from '../data/use-session.ts';
import { ThemesPage } from '../features/themes/themes-page.tsx';
import { t } from '../messages/area-t.ts';
import { usePathPart } from '../router/router-context.ts';

export function ThemesRoute() {
  const key = usePathPart('space');
  const place = useSession().spaces.find((space) => space.key === key);
  if (place !== undefined) return <ThemesPage key={place.id} place={place} />;
  return (
    <EmptyState
      icon={<Compass size={28} strokeWidth={1.5} />}
      title={t('space.notFound')}
      text={t('space.notFoundText')}
    />
  );
}
