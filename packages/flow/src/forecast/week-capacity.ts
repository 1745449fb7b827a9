import { DAY, WEEK } from './history.ts';
import type { Capacity } from './pace.ts';

const WORKING_DAYS = 5;

/**
 * The share of its five working days that each week of a history, and each one after it, is worked on: holidays and
 * company holidays make it less. Dates such as `2026-12-25`; those at weekends change nothing. Weeks start on Mondays.
 */
export function makeWeekCapacity(start: number, datesOff: readonly string[]): Capacity {
  const off = new Map<number, number>();
  for (const day of new Set(datesOff.map((date) => Date.parse(date) / DAY))) {
    // Thursday 1 January 1970 is day 0.
    if ((day + 3) % 7 >= WORKING_DAYS) continue;
    const week = Math.floor((day * DAY - start) / WEEK);
    off.set(week, (off.get(week) ?? 0) + 1);
  }
  return (week) => 1 - (off.get(week) ?? 0) / WORKING_DAYS;
}
