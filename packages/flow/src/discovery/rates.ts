/** How many cases begin and end, week by week. */
import type { EventLog } from '../log/event-log.ts';

export type Rates = {
  /** Weeks begin on Monday, 00:00 UTC; in ms. */
  readonly weeks: readonly { readonly from: number; readonly arrived: number; readonly completed: number }[];
  /** Cases a week over the whole span of the log. */
  readonly arrivalsPerWeek: number;
  readonly completionsPerWeek: number;
};

const WEEK = 604_800_000;
/** 1970-01-05 was a Monday. */
const MONDAY = 4 * 86_400_000;

/** A case arrives with its first event and is completed with its last. */
export function caseRates({ firstEvent, time }: EventLog): Rates {
  const arrived = new Map<number, number>();
  const completed = new Map<number, number>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let cases = 0;
  for (let index = 0; index + 1 < firstEvent.length; index++) {
    if (firstEvent[index] === firstEvent[index + 1]) continue;
    const begin = time[firstEvent[index] as number] as number;
    const end = time[(firstEvent[index + 1] as number) - 1] as number;
    arrived.set(weekOf(begin), (arrived.get(weekOf(begin)) ?? 0) + 1);
    completed.set(weekOf(end), (completed.get(weekOf(end)) ?? 0) + 1);
    first = Math.min(first, begin);
    last = Math.max(last, end);
    cases += 1;
  }
  const count = cases === 0 ? 0 : (weekOf(last) - weekOf(first)) / WEEK + 1;
  const perWeek = cases === 0 ? 0 : cases / Math.max(1, (last - first) / WEEK);
  return {
    // A log that spans centuries has a wrong date in it; its weeks are not listed one by one.
    weeks: Array.from({ length: Math.min(count, 5200) }, (_, at) => {
      const from = weekOf(first) + at * WEEK;
      return { from, arrived: arrived.get(from) ?? 0, completed: completed.get(from) ?? 0 };
    }),
    arrivalsPerWeek: perWeek,
    completionsPerWeek: perWeek,
  };
}

function weekOf(time: number): number {
  return Math.floor((time - MONDAY) / WEEK) * WEEK + MONDAY;
}
