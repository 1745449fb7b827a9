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

/** More than this nobody reads, and few programs draw. */
const MOST_ACTIVITIES = 80;
const MOST_STEPS = 240;

export const DEFAULT_PATHS = 0.8;
export const DEFAULT_ACTIVITIES = 0.98;
/** Share of the cases above which beginnings and endings are drawn. */
export const DRAWN_ENDS = 0.02;

/**
 * The most frequent activities and steps up to the shares; and the most frequent ones beside that without which an
 * activity could not be reached from the beginning, or the end from it.
 */
export function makeProcessMap(
  graph: ProcessGraph,
  { paths = DEFAULT_PATHS, activities = DEFAULT_ACTIVITIES }: MapOptions = {},
): ProcessMap {
  const kept = takeShare(graph.activities, activities).slice(0, MOST_ACTIVITIES);
  const names = new Set(kept.map(({ name }) => name));
  const possible = graph.steps.filter(({ from, to }) => names.has(from) && names.has(to));
  const chosen = new Set(takeShare(possible, paths).slice(0, MOST_STEPS));
  const isFrequent = (count: number): boolean => count >= graph.cases * DRAWN_ENDS;
  connect(chosen, possible, {
    from: kept.filter(({ starts }) => isFrequent(starts)),
    names,
    isForward: true,
  });
  connect(chosen, possible, { from: kept.filter(({ ends }) => isFrequent(ends)), names, isForward: false });
  const steps = possible.filter((step) => chosen.has(step));
  return {
    cases: graph.cases,
    activities: kept,
    steps,
    hidden: { activities: graph.activities.length - kept.length, steps: graph.steps.length - steps.length },
    shown: { activities: total(kept) / total(graph.activities), paths: total(steps) / total(graph.steps) },
  };
}

type Connection = {
  readonly from: readonly ProcessActivity[];
  readonly names: ReadonlySet<string>;
  /** Along the steps, or against them. */
  readonly isForward: boolean;
};

/** Adds, most frequent first, the steps without which some activity cannot be reached. */
function connect(
  chosen: Set<ProcessStep>,
  possible: readonly ProcessStep[],
  { from, names, isForward }: Connection,
): void {
  const reached = new Set(from.map(({ name }) => name));
  const tail = (step: ProcessStep): string => (isForward ? step.from : step.to);
  const head = (step: ProcessStep): string => (isForward ? step.to : step.from);
  while (reached.size < names.size) {
    const isNext = (step: ProcessStep): boolean => reached.has(tail(step)) && !reached.has(head(step));
    const step = possible.find((each) => chosen.has(each) && isNext(each)) ?? possible.find(isNext);
    if (step === undefined) return;
    chosen.add(step);
    reached.add(head(step));
  }
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
