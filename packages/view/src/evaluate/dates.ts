/** Dates are milliseconds since 1970; NaN is empty. */
import type { DurationNode } from '../ast.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The years 1 to 9999; a sum that leaves them is empty. */
export const FIRST_DATE = -62_135_596_800_000;
export const LAST_DATE = 253_402_300_799_999;

export function parseDate(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00:00.000Z` : text);
}

/** A fixed length in milliseconds, or calendar months. */
export function lengthOf(
  duration: DurationNode,
): { readonly milliseconds: number } | { readonly months: number } {
  const { amount, unit } = duration;
  switch (unit) {
    case 'h':
      return { milliseconds: amount * HOUR };
    case 'd':
      return { milliseconds: amount * DAY };
    case 'w':
      return { milliseconds: amount * 7 * DAY };
    case 'm':
      return { months: amount };
    case 'y':
      return { months: amount * 12 };
  }
}

export function shiftDate(date: number, duration: DurationNode, sign: 1 | -1): number {
  const length = lengthOf(duration);
  const moved =
    'months' in length ? addMonths(date, sign * length.months) : date + sign * length.milliseconds;
  return moved >= FIRST_DATE && moved <= LAST_DATE ? moved : Number.NaN;
}

/** The same day of another month, or its last where it is shorter; time of day kept; in UTC. */
function addMonths(date: number, months: number): number {
  const from = new Date(date);
  const day = from.getUTCDate();
  const to = new Date(date);
  to.setUTCDate(1);
  to.setUTCMonth(from.getUTCMonth() + months);
  const lastDay = new Date(to);
  lastDay.setUTCMonth(to.getUTCMonth() + 1, 0);
  to.setUTCDate(Math.min(day, lastDay.getUTCDate()));
  return to.getTime();
}
