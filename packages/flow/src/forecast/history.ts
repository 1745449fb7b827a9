/** How many items were done in each of the periods that followed one another, without gaps. */
export type History = {
  /** Start of the first period, ms since 1970 UTC. */
  readonly start: number;
  /** Length of a period, in ms. */
  readonly period: number;
  readonly counts: readonly number[];
};

export const DAY = 86_400_000;
export const WEEK = 7 * DAY;

/** Monday 5 January 1970, 00:00 UTC: ISO weeks are counted from it. */
export const FIRST_MONDAY = 4 * DAY;

export type HistoryOptions = {
  /** `WEEK` unless given. */
  readonly period?: number;
  /** A moment at which some period starts; a Monday unless given. */
  readonly origin?: number;
  /** The first period is the one that holds this moment; the first item's unless given. */
  readonly from?: number;
  /** The last period is the one that holds this moment; the last item's unless given. */
  readonly to?: number;
};

/** Periods in which nothing was done count 0; times outside `from` and `to` are left out. */
export function makeHistory(doneTimes: Iterable<number>, options: HistoryOptions = {}): History {
  const { period = WEEK, origin = FIRST_MONDAY } = options;
  const numberOf = (time: number): number => Math.floor((time - origin) / period);
  const perPeriod = new Map<number, number>();
  for (const time of doneTimes) {
    const number = numberOf(time);
    perPeriod.set(number, (perPeriod.get(number) ?? 0) + 1);
  }
  const numbers = [...perPeriod.keys()];
  const least = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const greatest = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const first = options.from === undefined ? least : numberOf(options.from);
  const last = options.to === undefined ? greatest : numberOf(options.to);
  if (!Number.isFinite(first) || !Number.isFinite(last) || last < first)
    return { start: options.from ?? origin, period, counts: [] };
  const counts = Array.from({ length: last - first + 1 }, (_, at) => perPeriod.get(first + at) ?? 0);
  return { start: origin + first * period, period, counts };
}
