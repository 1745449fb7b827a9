import { EmptyState, lazyInPlace } from '@throughline/ui';
import { MapIcon } from 'lucide-react';
import { useMemo } from 'react';
import { useRecord, useStatus } from '../data/data-context.ts';
import type { ReplicaRecord } from '../data/record-hub.ts';
import { OpeningProgress } from '../frame/opening-progress.tsx';
import { t } from '../messages/area-t.ts';
import { useListSearch } from '../search/use-list-search.ts';
import { RoadmapContent } from './roadmap-content.tsx';
import type { PastRoadmapProps } from './roadmap-past.tsx';

const PastRoadmap = lazyInPlace<PastRoadmapProps>(
  async () => (await import('./roadmap-past.tsx')).PastRoadmap,
  <OpeningProgress />,
);

export function RoadmapScreen({ id }: { readonly id: string }) {
  const [search] = useListSearch();
  const roadmap = useRoadmap(id);
  const isLoading = useStatus(({ loading }) => loading.length > 0);
  if (roadmap === undefined) return isLoading ? <OpeningProgress /> : <NoRoadmap />;
  if (search.at !== undefined || search.since !== undefined) return <PastRoadmap roadmap={roadmap} />;
  return <RoadmapContent key={id} roadmap={roadmap} />;
}

export function useRoadmap(id: string): ReplicaRecord | undefined {
  const values = useRecord('roadmap', id);
  return useMemo(() => values && { id, values }, [id, values]);
}

export function NoRoadmap() {
  return (
    <EmptyState
      icon={<MapIcon size={28} strokeWidth={1.5} />}
      title={t('roadmap.notFound')}
      text={t('roadmap.notFoundText')}
    />
  );
}
