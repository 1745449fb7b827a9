/** The directly-follows graph of a sublog, on places 0 to n − 1. */
import type { Sublog } from './sublog.ts';

export type FollowsGraph = {
  /** The activity at each place. */
  readonly activities: readonly number[];
  /** To each place, from which it comes, and how often. */
  readonly next: readonly ReadonlyMap<number, number>[];
  readonly starts: ReadonlyMap<number, number>;
  readonly ends: ReadonlyMap<number, number>;
};

/** A partition of the places in the order the operator needs. */
export type Groups = readonly (readonly number[])[];

export function followsGraph(log: Sublog): FollowsGraph {
  const activities = [...new Set(log.flatMap(({ events }) => events))].sort((a, b) => a - b);
  const placeOf = new Map(activities.map((activity, place) => [activity, place]));
  const next = activities.map(() => new Map<number, number>());
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const { events, count } of log) {
    let before: number | undefined;
    for (const activity of events) {
      const place = placeOf.get(activity) as number;
      add(before === undefined ? starts : (next[before] as Map<number, number>), place, count);
      before = place;
    }
    if (before !== undefined) add(ends, before, count);
  }
  return { activities, next, starts, ends };
}

function add(counts: Map<number, number>, key: number, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/**
 * Without the edges that are rare beside the most frequent one that leaves the same activity, its ending included
 * (Leemans, Fahland, van der Aalst, 2014, inductive miner – infrequent).
 */
export function withoutInfrequent(graph: FollowsGraph, threshold: number): FollowsGraph {
  const next = graph.next.map((edges, place) => {
    const most = Math.max(graph.ends.get(place) ?? 0, ...edges.values());
    return new Map([...edges].filter(([, count]) => count >= threshold * most));
  });
  const keepFrequent = (counts: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
    const most = Math.max(0, ...counts.values());
    return new Map([...counts].filter(([, count]) => count >= threshold * most));
  };
  return { ...graph, next, starts: keepFrequent(graph.starts), ends: keepFrequent(graph.ends) };
}

/** The sets that remain when places are joined two by two. */
export class Partition {
  /** How many sets there are. */
  count: number;
  readonly #parents: number[];

  constructor(size: number) {
    this.count = size;
    this.#parents = Array.from({ length: size }, (_, place) => place);
  }

  find(place: number): number {
    let root = place;
    while (this.#parents[root] !== root) root = this.#parents[root] as number;
    for (let at = place; this.#parents[at] !== root;) {
      const above = this.#parents[at] as number;
      this.#parents[at] = root;
      at = above;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [from, to] = [this.find(a), this.find(b)];
    if (from === to) return;
    this.#parents[from] = to;
    this.count -= 1;
  }

  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (const place of this.#parents.keys()) {
      const root = this.find(place);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [place]);
      else group.push(place);
    }
    return [...groups.values()];
  }
}
