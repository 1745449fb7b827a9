import { EmptyState } from '@throughline/ui';
import { Compass } from 'lucide-react';
import { useSession } from '../data/use-session.ts';
import { DemandPage } from '../features/demand/demand-page.tsx';
import { t } from '../messages/area-t.ts';
import { usePathPart } from '../router/router-context.ts';

export function DemandRoute() {
  const key = usePathPart('space');
  const place = useSession().spaces.find((space) => space.key === key);
  if (place !== undefined) return <DemandPage key={place.id} place={place} />;
  return (
    <EmptyState
      icon={<Compass size={28} strokeWidth={1.5} />}
      title={t('space.notFound')}
      text={t('space.notFoundText')}
    />
  );
}
