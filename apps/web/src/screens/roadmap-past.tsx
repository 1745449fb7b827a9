import type { ReplicaRecord } from '../data/record-hub.ts';
import { useListSearch } from '../search/use-list-search.ts';
import { PlaceOfDay, ViewChanges } from './past-space.tsx';
import { RoadmapContent } from './roadmap-content.tsx';
import { sourcesOf, useRoadmapView } from './use-roadmap-view.ts';

export interface PastRoadmapProps {
  readonly roadmap: ReplicaRecord;
}

/** The roadmap on an earlier day over all its sources, or what changed in one of its views between two. */
export function PastRoadmap({ roadmap }: PastRoadmapProps) {
  const [{ since }] = useListSearch();
  const view = useRoadmapView(roadmap);
  return since === undefined ? (
    <PlaceOfDay place={sourcesOf(roadmap)}>
      <RoadmapContent roadmap={roadmap} />
    </PlaceOfDay>
  ) : (
    <ViewChanges view={view} since={since} />
  );
}
