import { Partition, type FollowsGraph, type Groups } from './follows-graph.ts';

/**
 * A body that holds all activities traces begin and end with, and parts that lead from its ends back to its beginnings.
 * The body comes first.
 */
export function findLoopCut(graph: FollowsGraph): Groups | null {
  const { next, starts, ends } = graph;
  const isEdge = (place: number): boolean => starts.has(place) || ends.has(place);
  const parts = new Partition(next.length);
  for (const [from, edges] of next.entries())
    for (const to of edges.keys()) if (!isEdge(from) && !isEdge(to)) parts.join(from, to);
  const body = next.flatMap((_, place) => (isEdge(place) ? [place] : []));
  const inner = parts.groups().filter(([first = 0]) => !isEdge(first));
  const redos = inner.filter((group) => leadsBack(graph, new Set(group)));
  if (redos.length === 0) return null;
  const rest = inner.filter((group) => !redos.includes(group)).flat();
  return [[...body, ...rest], ...redos];
}

/**
 * Whether a part is entered from ends only and left to starts only, and, where it is entered from or left to one of
 * them, from or to all.
 */
function leadsBack({ next, starts, ends }: FollowsGraph, group: ReadonlySet<number>): boolean {
  for (const [from, edges] of next.entries()) {
    if (group.has(from)) {
      const outside = [...edges.keys()].filter((to) => !group.has(to));
      if (outside.length > 0 && !isExactly(outside, starts)) return false;
    } else if (!ends.has(from) && [...edges.keys()].some((to) => group.has(to))) return false;
  }
  return [...group].every((place) => {
    const before = [...ends.keys()].filter((end) => next[end]?.has(place));
    return before.length === 0 || before.length === ends.size;
  });
}

function isExactly(places: readonly number[], wanted: ReadonlyMap<number, number>): boolean {
  return places.length === wanted.size && places.every((place) => wanted.has(place));
}
