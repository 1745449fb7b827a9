import { Partition, type FollowsGraph, type Groups } from './follows-graph.ts';

/**
 * Parts with paths from each to all later ones and none back. Activities that reach each other, or neither the other,
 * are of one part.
 */
export function findSequenceCut(graph: FollowsGraph): Groups | null {
  const size = graph.activities.length;
  const reach = reachability(graph);
  const parts = new Partition(size);
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++) if (reach.has(a, b) === reach.has(b, a)) parts.join(a, b);
  const groups = parts.groups();
  if (groups.length < 2) return null;
  return groups.sort(([a = 0], [b = 0]) => (reach.has(a, b) ? -1 : 1));
}

type Reachability = { readonly has: (from: number, to: number) => boolean };

/** Which places paths lead to from each: rows of bits, spread along the edges until nothing changes. */
function reachability({ next }: FollowsGraph): Reachability {
  const size = next.length;
  const width = (size + 31) >> 5;
  const bits = new Int32Array(size * width);
  const before: number[][] = next.map(() => []);
  for (const [from, edges] of next.entries())
    for (const to of edges.keys()) {
      bits[from * width + (to >> 5)] = (bits[from * width + (to >> 5)] as number) | (1 << (to & 31));
      (before[to] as number[]).push(from);
    }
  const waiting = next.map((_, place) => place);
  const isWaiting = new Uint8Array(size).fill(1);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    isWaiting[place] = 0;
    for (const from of before[place] as number[]) {
      if (!unite(bits, from * width, place * width, width) || isWaiting[from] === 1) continue;
      isWaiting[from] = 1;
      waiting.push(from);
    }
  }
  return { has: (from, to) => (((bits[from * width + (to >> 5)] as number) >>> (to & 31)) & 1) === 1 };
}

/** Whether the first row grew. */
function unite(bits: Int32Array, into: number, from: number, width: number): boolean {
  let hasGrown = false;
  for (let word = 0; word < width; word++) {
    const united = (bits[into + word] as number) | (bits[from + word] as number);
    if (united === bits[into + word]) continue;
    bits[into + word] = united;
    hasGrown = true;
  }
  return hasGrown;
}
