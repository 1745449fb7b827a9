import { elapsedByClock, type Elapsed } from '../calendar/elapsed.ts';
import { quantile, sorted } from '../statistics/quantile.ts';
import { summarize, type Summary } from '../statistics/summary.ts';
import type { WorkItems } from './work-items.ts';

export type DurationOptions = {
  /** Which hours count; all unless given. */
  readonly elapsed?: Elapsed;
  /** Shorter ones are left out: items that were only clicked through. In ms. */
  readonly longerThan?: number;
};

/** Cycle time, from the start of work to done, of each item that has both; in ms. */
export function cycleTimes(items: WorkItems, options: DurationOptions = {}): Float64Array {
  return durations(items.started, items.done, options);
}

/** Lead time, from asked for to done, of each item that is done; in ms. */
export function leadTimes(items: WorkItems, options: DurationOptions = {}): Float64Array {
  return durations(items.created, items.done, options);
}

function durations(
  from: Float64Array,
  to: Float64Array,
  { elapsed = elapsedByClock, longerThan = Number.NEGATIVE_INFINITY }: DurationOptions,
): Float64Array {
  const found: number[] = [];
  for (let at = 0; at < from.length; at++) {
    const [begun, done] = [from[at] as number, to[at] as number];
    if (Number.isNaN(begun) || Number.isNaN(done)) continue;
    const duration = elapsed(begun, done);
    if (duration > longerThan) found.push(duration);
  }
  return Float64Array.from(found);
}

/** A summary of durations, in days. */
export function summarizeDays(milliseconds: Float64Array): Summary {
  return summarize(milliseconds.map((value) => value / 86_400_000));
}

/**
 * The service level a team can state: so many per cent of items take no longer than this. Type 1, so it is a time that
 * really occurred, and that share of past items really kept.
 */
export function serviceLevel(
  times: Float64Array,
  share = 0.85,
): { readonly share: number; readonly within: number } {
  return { share, within: quantile(sorted(times), share, 1) };
}
