/** Sets of places that all reach each other (Tarjan, 1972), without recursion. */
import type { FollowsGraph } from './follows-graph.ts';

export type StrongComponents = {
  /** The component of each place. Edges lead to components of the same or a lower number. */
  readonly of: Int32Array;
  readonly count: number;
};

type Visit = { readonly place: number; readonly edges: Iterator<number> };

export function strongComponents({ next }: FollowsGraph): StrongComponents {
  const of = new Int32Array(next.length).fill(-1);
  const order = new Int32Array(next.length).fill(-1);
  const low = new Int32Array(next.length);
  const open: number[] = [];
  let visited = 0;
  let count = 0;
  const enter = (place: number): Visit => {
    order[place] = visited;
    low[place] = visited;
    visited += 1;
    open.push(place);
    return { place, edges: (next[place] as ReadonlyMap<number, number>).keys() };
  };
  const leave = (place: number): void => {
    if (low[place] !== order[place]) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      of[member] = count;
      if (member === place) break;
    }
    count += 1;
  };
  for (let root = 0; root < next.length; root++) {
    if (order[root] !== -1) continue;
    const trail = [enter(root)];
    for (let visit = trail.at(-1); visit !== undefined; visit = trail.at(-1)) {
      const { place, edges } = visit;
      const { value: to, done } = edges.next();
      if (done === true) {
        trail.pop();
        leave(place);
        const before = trail.at(-1)?.place;
        if (before !== undefined) low[before] = Math.min(low[before] as number, low[place] as number);
      } else if (order[to] === -1) trail.push(enter(to));
      else if (of[to] === -1) low[place] = Math.min(low[place] as number, order[to] as number);
    }
  }
  return { of, count };
}
