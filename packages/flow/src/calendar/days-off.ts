import { makeZoneOffset } from '../read/zone-offset.ts';
import type { Elapsed } from './elapsed.ts';

const DAY = 86_400_000;

export type DaysOff = {
  readonly zone: string;
  /** Monday is 0. */
  readonly weekdays: readonly number[];
  /** Such as `2026-12-25`. */
  readonly dates: readonly string[];
};

export const WEEKENDS: DaysOff = { zone: 'UTC', weekdays: [5, 6], dates: [] };

/**
 * Elapsed time less a whole day for every day off from the date of the start up to, without, that of the end: what
 * spreadsheets and NumPy's `busday_count` make of it. Coarser than `makeWorkingClock`: work that ends on a Saturday
 * keeps the hours of that Saturday.
 */
export function makeElapsedLessDaysOff({ zone, weekdays, dates }: DaysOff): Elapsed {
  const offset = makeZoneOffset(zone);
  const off = new Set(weekdays);
  const single = new Set(dates.map((date) => Date.parse(date) / DAY));
  // Thursday 1 January 1970 is day 0.
  const isOff = (day: number): boolean => off.has((((day + 3) % 7) + 7) % 7) || single.has(day);
  const dateOf = (time: number): number => Math.floor((time + offset(time)) / DAY);
  return (from, to) => {
    let daysOff = 0;
    const last = dateOf(to);
    for (let day = dateOf(from); day < last; day++) if (isOff(day)) daysOff += 1;
    return Math.max(0, to - from - daysOff * DAY);
  };
}
