/** Days since 1970-01-01 in the Gregorian calendar. */

export const DAY_MS = 86_400_000;

/** NaN where there is no such day. */
export function dayNumber(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
