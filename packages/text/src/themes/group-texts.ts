/**
 * Groups in a graph of what is alike (Louvain: Blondel, Guillaume, Lambiotte, Lefebvre 2008), in an order that is
 * always the same.
 */
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Neighbour } from './nearest-texts.ts';

/** How much more a near neighbour counts than a farther one. */
const SHARPNESS = 4;

/** For each text the number of its group; higher resolutions make more groups. */
export function groupTexts(
  nearest: readonly (readonly Neighbour[])[],
  resolution: number,
): readonly number[] {
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  for (const place of nearest.keys()) graph.addNode(place);
  for (const [place, neighbours] of nearest.entries())
    for (const { place: other, alike } of neighbours)
      graph.updateEdge(place, other, ({ weight = 0 }) => ({ weight: weight + alike ** SHARPNESS }));
  if (graph.size === 0) return [...nearest.keys()];
  const groups = louvain(graph, { resolution, getEdgeWeight: 'weight', rng: makeDice() });
  return Array.from(nearest.keys(), (place) => groups[place] as number);
}

function makeDice(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
