import { EmptyState, lazyInPlace } from '@throughline/ui';
import { Compass } from 'lucide-react';
import { useSession } from '../data/use-session.ts';
import { t } from '../messages/t.ts';
import { OpeningProgress } from '../frame/opening-progress.tsx';
import { useListSearch } from '../search/use-list-search.ts';
import type { PastSpaceProps } from './past-space.tsx';
import { SpaceContent } from './space-content.tsx';

const PastSpace = lazyInPlace<PastSpaceProps>(
  async () => (await import('./past-space.tsx')).PastSpace,
  <OpeningProgress />,
);

export function SpaceScreen({ spaceKey }: { readonly spaceKey: string }) {
  const [search] = useListSearch();
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
  if (search.at !== undefined || search.since !== undefined) return <PastSpace space={space.id} />;
  return <SpaceContent key={space.id} space={space.id} />;
}
