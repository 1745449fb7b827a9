import { Partition, type FollowsGraph, type Groups } from './follows-graph.ts';

/** Parts all of whose activities follow all of the others' in both directions, each able to begin and to end a trace. */
export function findParallelCut(graph: FollowsGraph): Groups | null {
  const { next, starts, ends } = graph;
  const parts = new Partition(next.length);
  for (let a = 0; a < next.length && parts.count > 1; a++)
    for (let b = a + 1; b < next.length; b++) {
      const isBoth = (next[a]?.has(b) ?? false) && (next[b]?.has(a) ?? false);
      if (!isBoth) parts.join(a, b);
    }
  const isWhole = (group: readonly number[]): boolean =>
    group.some((place) => starts.has(place)) && group.some((place) => ends.has(place));
  const groups = parts.groups().toSorted((a, b) => a.length - b.length);
  const whole = groups.filter(isWhole);
  const [first, ...others] = whole;
  if (first === undefined || others.length === 0) return null;
  // What cannot stand alone goes to another part.
  return [[...first, ...groups.filter((group) => !isWhole(group)).flat()], ...others];
}
