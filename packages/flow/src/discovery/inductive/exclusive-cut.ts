import { Partition, type FollowsGraph, type Groups } from './follows-graph.ts';

/** Activities that never follow each other, one way or another: the graph falls into parts. */
export function findExclusiveCut({ activities, next }: FollowsGraph): Groups | null {
  const parts = new Partition(activities.length);
  for (const [from, edges] of next.entries()) for (const to of edges.keys()) parts.join(from, to);
  const groups = parts.groups();
  return groups.length > 1 ? groups : null;
}
