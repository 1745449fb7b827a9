/** Dates as other programs write them. What is read is checked: there is no 31 February. */
import { TZDate } from '@date-fns/tz';

/** Which of two numbers before a year is the day, where the text alone does not say. */
export type DateOrder = 'day-first' | 'month-first';

export type SourceDate = {
  /** `YYYY-MM-DD` as written. */
  readonly day: string;
  /** ISO 8601 in UTC. */
  readonly instant: string;
  readonly hasTime: boolean;
};

type Parts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?';
const REST = '(?:[T,\\s]\\s*(?:at\\s+)?(.*))?';

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T,\s]\s*(.*))?$/i;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T,\s]\s*(.*))?$/i;
const DAY_NAME_YEAR = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[-/.\\s]+([a-z]{3,9})\\.?,?[-/.\\s]+(\\d{4}|\\d{2})${REST}$`,
  'i',
);
const NAME_DAY_YEAR = new RegExp(
  `^${WEEKDAY}([a-z]{3,9})\\.?[-/\\s]+(\\d{1,2})(?:st|nd|rd|th)?,?[-/\\s]+(\\d{4})${REST}$`,
  'i',
);
const NAME_DAY_TIME_YEAR = new RegExp(
  `^${WEEKDAY}([a-z]{3,9})\\s+(\\d{1,2})\\s+(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\s+([A-Z]{3,4}|[-+]\\d{4}))?\\s+(\\d{4})$`,
  'i',
);
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(.*)$/i;
const OFFSET = /^(?:(?:gmt|utc)?\s*([-+])(\d{2}):?(\d{2})?|z|gmt|utc)(?:\s*\(.*\))?$/i;

/** Null where the text is no date of a known form, or none that exists. */
export function parseSourceDate(
  text: string,
  { order = 'day-first', zone = 'UTC' }: { readonly order?: DateOrder; readonly zone?: string } = {},
): SourceDate | null {
  const epoch = /^\d{10}(\d{3})?$/.exec(text);
  if (epoch) return fromMilliseconds(Number(text) * (epoch[1] === undefined ? 1000 : 1));
  const parts = findParts(text.trim(), order);
  return parts === null ? null : resolve(parts, zone);
}

function findParts(text: string, order: DateOrder): Parts | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return numbers(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const [, first, second, year, time] = yearLast;
    return order === 'month-first' ? numbers(year, first, second, time) : numbers(year, second, first, time);
  }
  const dayName = DAY_NAME_YEAR.exec(text);
  if (dayName) return numbers(dayName[3], monthOf(dayName[2]), dayName[1], dayName[4]);
  const timeYear = NAME_DAY_TIME_YEAR.exec(text);
  if (timeYear)
    return numbers(timeYear[5], monthOf(timeYear[1]), timeYear[2], `${timeYear[3]} ${timeYear[4] ?? ''}`);
  const nameDay = NAME_DAY_YEAR.exec(text);
  return nameDay ? numbers(nameDay[3], monthOf(nameDay[1]), nameDay[2], nameDay[4]) : null;
}

function numbers(...[year = '', month = '', day = '', time = '']: readonly (string | undefined)[]): Parts {
  return { year: fullYear(year), month: Number(month), day: Number(day), time: time.trim() };
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

function monthOf(name = ''): string {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return String(index + 1);
}

function resolve({ year, month, day, time }: Parts, zone: string): SourceDate | null {
  const midnight = Date.UTC(year, month - 1, day);
  const isReal =
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    new Date(midnight).getUTCDate() === day &&
    year <= 9999;
  if (!isReal) return null;
  const iso = new Date(midnight).toISOString().slice(0, 10);
  if (time === '') return { day: iso, instant: toInstant(midnight, zone), hasTime: false };
  const clock = parseClock(time);
  if (clock === null) return null;
  const local = midnight + clock.milliseconds;
  const instant =
    clock.offset === null ? toInstant(local, zone) : new Date(local - clock.offset).toISOString();
  return { day: iso, instant, hasTime: true };
}

type Clock = { readonly milliseconds: number; readonly offset: number | null };

function parseClock(text: string): Clock | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hours = '', minutes = '', seconds = '0', fraction = '', half = '', zone = ''] = match;
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  const isReal =
    hour < 24 && Number(minutes) < 60 && Number(seconds) < 61 && (half === '' || Number(hours) <= 12);
  const offset = zone === '' ? null : parseOffset(zone);
  if (!isReal || offset === undefined) return null;
  const fractions = Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  return { milliseconds: ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + fractions, offset };
}

/** Milliseconds east of Greenwich; undefined for what is no zone. */
function parseOffset(text: string): number | undefined {
  const match = OFFSET.exec(text.trim());
  if (!match) return undefined;
  const [, sign, hours, minutes = '0'] = match;
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The moment at which a clock in the zone shows what `local` would show in UTC. */
function toInstant(local: number, zone: string): string {
  if (zone === 'UTC') return new Date(local).toISOString();
  const shown = new Date(local);
  const there = new TZDate(
    shown.getUTCFullYear(),
    shown.getUTCMonth(),
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds(),
    shown.getUTCMilliseconds(),
    zone,
  );
  return new Date(there.getTime()).toISOString();
}

function fromMilliseconds(milliseconds: number): SourceDate {
  const instant = new Date(milliseconds).toISOString();
  return { day: instant.slice(0, 10), instant, hasTime: true };
}

/**
 * Which number is the day, decided over a column: a first number above 12 somewhere, or a second one. Where no
 * value tells, a clock with AM and PM speaks for the month first.
 */
export function guessDateOrder(samples: readonly string[]): DateOrder {
  let isTwelveHours = false;
  for (const text of samples) {
    const match = YEAR_LAST.exec(text.trim());
    if (!match) continue;
    if (text.includes('.') && !text.includes('/')) return 'day-first';
    if (Number(match[1]) > 12) return 'day-first';
    if (Number(match[2]) > 12) return 'month-first';
    isTwelveHours ||= /[ap]\.?m/i.test(match[4] ?? '');
  }
  return isTwelveHours ? 'month-first' : 'day-first';
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    // There is no such zone: that is the answer.
    return false;
  }
}
