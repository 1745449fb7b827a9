/** Traces that the miner divides, equal ones once with their number. */

export type Trace = { readonly events: readonly number[]; readonly count: number };
export type Sublog = readonly Trace[];

/** Equal traces laid together. */
export function makeSublog(traces: readonly Trace[]): Sublog {
  const known = new Map<string, { events: readonly number[]; count: number }>();
  for (const { events, count } of traces) {
    const key = events.join(',');
    const same = known.get(key);
    if (same === undefined) known.set(key, { events, count });
    else same.count += count;
  }
  return [...known.values()];
}

export function countTraces(log: Sublog): number {
  return log.reduce((sum, { count }) => sum + count, 0);
}

/** Only the events of some activities. */
export function project(log: Sublog, has: (activity: number) => boolean): Sublog {
  return makeSublog(log.map(({ events, count }) => ({ events: events.filter(has), count })));
}
