/** Which part of a process is drawn: all of it is unreadable for all but toys. */
import type { ProcessActivity, ProcessGraph, ProcessStep } from '../discovery/process-graph.ts';

export type MapOptions = {
  /** Share of all steps taken that the drawn arrows account for, at least. */
  readonly paths?: number;
  /** Share of all events that the drawn activities account for, at least. */
  readonly activities?: number;
};

export type ProcessMap = {
  readonly cases: number;
  readonly activities: readonly ProcessActivity[];
  readonly steps: readonly ProcessStep[];
  /** What is not drawn. */
  readonly hidden: { readonly activities: number; readonly steps: number };
  readonly shown: { readonly activities: number; readonly paths: number };
};

export const DEFAULT_PATHS = 0.8;
export const DEFAULT_ACTIVITIES = 0.98;

/**
 * The most frequent activities and steps up to the shares; and for every activity its most frequent way in and way out,
 * so that none hangs in the air.
 */
export function makeProcessMap(
  graph: ProcessGraph,
  { paths = DEFAULT_PATHS, activities = DEFAULT_ACTIVITIES }: MapOptions = {},
): ProcessMap {
  const kept = takeShare(graph.activities, activities);
  const names = new Set(kept.map(({ name }) => name));
  const possible = graph.steps.filter(({ from, to }) => names.has(from) && names.has(to));
  const chosen = new Set(takeShare(possible, paths));
  for (const { name, starts, ends, count } of kept) {
    const into = possible.find(({ from, to }) => to === name && from !== name);
    const out = possible.find(({ from, to }) => from === name && to !== name);
    if (into !== undefined && starts < count / 2) chosen.add(into);
    if (out !== undefined && ends < count / 2) chosen.add(out);
  }
  const steps = possible.filter((step) => chosen.has(step));
  return {
    cases: graph.cases,
    activities: kept,
    steps,
    hidden: { activities: graph.activities.length - kept.length, steps: graph.steps.length - steps.length },
    shown: { activities: total(kept) / total(graph.activities), paths: total(steps) / total(graph.steps) },
  };
}

type Counted = { readonly count: number };

function total(list: readonly Counted[]): number {
  return list.reduce((sum, { count }) => sum + count, 0);
}

/** From the most frequent on, until they account for the share; the list is sorted. */
function takeShare<T extends Counted>(list: readonly T[], share: number): readonly T[] {
  let left = total(list) * share;
  return list.filter(({ count }) => {
    const isNeeded = left > 1e-9;
    left -= count;
    return isNeeded;
  });
}
