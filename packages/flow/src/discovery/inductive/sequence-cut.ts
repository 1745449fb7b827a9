import { Partition, type FollowsGraph, type Groups } from './follows-graph.ts';
import { strongComponents } from './strong-components.ts';

/**
 * Parts with paths from each to all later ones and none back. Activities that reach each other, or neither the other,
 * are of one part.
 */
export function findSequenceCut(graph: FollowsGraph): Groups | null {
  const components = strongComponents(graph);
  if (components.count < 2) return null;
  const reach = reachability(graph, components.of, components.count);
  const parts = new Partition(components.count);
  for (let a = 0; a < components.count && parts.count > 1; a++)
    for (let b = a + 1; b < components.count; b++) if (!reach(a, b) && !reach(b, a)) parts.join(a, b);
  if (parts.count < 2) return null;
  const groups = parts.groups().sort(([a = 0], [b = 0]) => (reach(a, b) ? -1 : 1));
  const placesOf: number[][] = Array.from({ length: components.count }, () => []);
  for (const [place, component] of components.of.entries()) placesOf[component]?.push(place);
  return groups.map((group) =>
    group.flatMap((component) => placesOf[component] as number[]).sort((a, b) => a - b),
  );
}

/** Whether a component is reached from another: rows of bits, each the union of those its edges lead to. */
function reachability(
  { next }: FollowsGraph,
  componentOf: Int32Array,
  count: number,
): (from: number, to: number) => boolean {
  const width = (count + 31) >> 5;
  const bits = new Int32Array(count * width);
  const after: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (const [place, edges] of next.entries())
    for (const to of edges.keys()) after[componentOf[place] as number]?.add(componentOf[to] as number);
  // Edges lead to lower numbers, whose rows are complete by then.
  for (const [from, targets] of after.entries())
    for (const to of targets) {
      if (to === from) continue;
      const word = from * width + (to >> 5);
      bits[word] = (bits[word] as number) | (1 << (to & 31));
      for (let at = 0; at < width; at++)
        bits[from * width + at] = (bits[from * width + at] as number) | (bits[to * width + at] as number);
    }
  return (from, to) => (((bits[from * width + (to >> 5)] as number) >>> (to & 31)) & 1) === 1;
}
