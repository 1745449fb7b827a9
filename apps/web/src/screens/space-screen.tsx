import { EmptyState } from '@throughline/ui';
import { Compass } from 'lucide-react';
import { useSession } from '../data/use-session.ts';
import { t } from '../messages/t.ts';
import { SpaceContent } from './space-content.tsx';

export function SpaceScreen({ spaceKey }: { readonly spaceKey: string }) {
  const space = useSession().spaces.find(({ key }) => key === spaceKey);
  if (space === undefined) {
    return (
      <EmptyState
        icon={<Compass size={28} strokeWidth={1.5} />}
        title={t('space.notFound')}
        text={t('space.notFoundText')}
      />
    );
  }
  return <SpaceContent key={space.id} space={space.id} />;
}
