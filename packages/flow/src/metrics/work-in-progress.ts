import { elapsedByClock, type Elapsed } from '../calendar/elapsed.ts';
import type { WorkItems } from './work-items.ts';

/** Items begun and not done at a moment. */
export function countInProgress(items: WorkItems, moment: number): number {
  let count = 0;
  for (let at = 0; at < items.ids.length; at++) if (isInProgress(items, at, moment)) count += 1;
  return count;
}

/** What they average to between two moments: item-time within them over their distance. */
export function averageInProgress(items: WorkItems, from: number, to: number): number {
  let time = 0;
  for (let at = 0; at < items.ids.length; at++) {
    const started = items.started[at] as number;
    const done = items.done[at] as number;
    const end = Number.isNaN(done) ? to : Math.min(done, to);
    if (started < end) time += Math.max(0, end - Math.max(started, from));
  }
  return time / (to - from);
}

export type AgeingItem = {
  readonly id: string;
  readonly started: number;
  /** Time since work on it began, in ms. */
  readonly age: number;
  /** Share of finished items that took less: 0.9 says that nine of ten were done by this age. */
  readonly olderThan: number;
};

/**
 * What is in progress at a moment, oldest first, beside how long finished items took. `cycleTimes` must be counted
 * by the same calendar as `elapsed`.
 */
export function ageingItems(
  items: WorkItems,
  moment: number,
  { cycleTimes, elapsed = elapsedByClock }: { readonly cycleTimes: Float64Array; readonly elapsed?: Elapsed },
): readonly AgeingItem[] {
  const times = cycleTimes.toSorted();
  const found: AgeingItem[] = [];
  for (let at = 0; at < items.ids.length; at++) {
    if (!isInProgress(items, at, moment)) continue;
    const started = items.started[at] as number;
    const age = elapsed(started, moment);
    found.push({
      id: items.ids[at] as string,
      started,
      age,
      olderThan: countBelow(times, age) / times.length,
    });
  }
  return found.sort((a, b) => b.age - a.age);
}

function isInProgress(items: WorkItems, at: number, moment: number): boolean {
  return (items.started[at] as number) <= moment && !((items.done[at] as number) <= moment);
}

/** How many of values in ascending order are below a limit. */
function countBelow(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
