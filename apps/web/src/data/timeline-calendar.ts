/**
 * Units of the calendar over milliseconds. Days are days of the calendar, each its midnight UTC, so that no zone
 * and no summer time makes one longer than another.
 */
export const DAY_MS = 86_400_000;

/** So many days counted from a Monday, or so many months counted from a month of the year (0 is January). */
export type CalendarUnit = { readonly days: number } | { readonly months: number; readonly from: number };

export const DAY: CalendarUnit = { days: 1 };
export const WEEK: CalendarUnit = { days: 7 };
export const MONTH: CalendarUnit = { months: 1, from: 0 };
export const QUARTER: CalendarUnit = { months: 3, from: 0 };
export const HALF: CalendarUnit = { months: 6, from: 0 };
export const YEAR: CalendarUnit = { months: 12, from: 0 };
export const DECADE: CalendarUnit = { months: 120, from: 0 };

/** A Monday. */
const firstMonday = Date.UTC(1970, 0, 5);

/** The start of the unit that a moment lies in. */
export function floorTo(unit: CalendarUnit, moment: number): number {
  if ('days' in unit) {
    const length = unit.days * DAY_MS;
    return Math.floor((moment - firstMonday) / length) * length + firstMonday;
  }
  const months = monthsOf(moment) - unit.from;
  return startOfMonth(Math.floor(months / unit.months) * unit.months + unit.from);
}

/** The start that lies so many units behind a start (before it, where negative). */
export function addUnits(unit: CalendarUnit, start: number, count: number): number {
  return 'days' in unit
    ? start + count * unit.days * DAY_MS
    : startOfMonth(monthsOf(start) + count * unit.months);
}

/** The start of a unit that is nearest to a moment. */
export function roundTo(unit: CalendarUnit, moment: number): number {
  const before = floorTo(unit, moment);
  const after = addUnits(unit, before, 1);
  return moment - before < after - moment ? before : after;
}

/** The start of the unit that begins at a moment or after it. */
export function ceilTo(unit: CalendarUnit, moment: number): number {
  const before = floorTo(unit, moment);
  return before === moment ? before : addUnits(unit, before, 1);
}

/** How many units lie between two starts. */
export function unitsBetween(unit: CalendarUnit, start: number, end: number): number {
  return 'days' in unit
    ? (end - start) / (unit.days * DAY_MS)
    : (monthsOf(end) - monthsOf(start)) / unit.months;
}

export interface Tick {
  readonly start: number;
  readonly end: number;
}

/** The units that touch a stretch of time, in order. */
export function ticksBetween(unit: CalendarUnit, from: number, to: number): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let start = floorTo(unit, from); start < to;) {
    const end = addUnits(unit, start, 1);
    ticks.push({ start, end });
    start = end;
  }
  return ticks;
}

/** Months since the year 0. */
function monthsOf(moment: number): number {
  const date = new Date(moment);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function startOfMonth(months: number): number {
  // The years 0 to 99 are not those of the twentieth century.
  return new Date(0).setUTCFullYear(Math.floor(months / 12), ((months % 12) + 12) % 12, 1);
}
