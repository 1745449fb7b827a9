import type { ReplicaRecord } from '../data/record-hub.ts';
import { useRoadmapViews } from '../data/space-views.ts';
import { readText } from '../fields/read-value.ts';
import { usePlaceView, type SpaceView } from './use-space-view.ts';

/** Ids of the spaces whose records a roadmap shows: the same list until it changes. */
export function sourcesOf({ values }: Pick<ReplicaRecord, 'values'>): readonly string[] {
  const { spaces } = values;
  return Array.isArray(spaces) ? (spaces as readonly string[]) : none;
}

const none: readonly string[] = [];

/** The view of a roadmap that the address names, over the records of its sources that the person may see. */
export function useRoadmapView(roadmap: ReplicaRecord): SpaceView {
  return usePlaceView({
    space: readText(roadmap.values['space']),
    place: sourcesOf(roadmap),
    views: useRoadmapViews(roadmap.id),
  });
}
