/** Times written for people: names of months, AM and PM, two-digit years, names of zones, epochs. */
import { DAY_MS, dayNumber } from './calendar-day.ts';
import type { DateOrder } from './time-reader.ts';

export type TimeText = {
  /** The clock on the wall, as if it were UTC. */
  readonly wall: number;
  /** With day and month the other way round; NaN if that is no date. */
  readonly other: number;
  /** What the zone written behind it is ahead of UTC; null where there is none. */
  readonly offset: number | null;
  readonly proven: DateOrder | null;
};

const CLOCK = /(?:^|[\sT,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:](\d+))?)?(?:\s*([ap])\.?m\.?(?![a-z]))?/i;
const HOUR_ONLY = /(?:^|[\s,])(\d{1,2})\s*([ap])\.?m\.?$/i;
const ZONE = /^\s*(?:(z|utc|gmt|[a-z]{3,4}(?![a-z])))?\s*([+-]\d{2}:?(?:\d{2})?)?(?![\d:])/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?:[.,](\d+))?(Z|[+-]\d{2}:?\d{2})?$/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e\+?\d+)?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours that common names of zones are ahead of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/** Null where the text is no time. */
export function parseTimeText(text: string, order: DateOrder): TimeText | null {
  if (/^\d/.test(text)) {
    const compact = parseCompact(text);
    if (compact) return compact;
    if (NUMBER.test(text)) return parseEpoch(Number(text));
  }
  const clock = findClock(text);
  if (clock === null) return null;
  const date = parseDate(clock.rest, order);
  if (date === null) return null;
  const at = (day: number): number => day * DAY_MS + clock.ms;
  return { wall: at(date.day), other: at(date.other), offset: clock.offset, proven: date.proven };
}

function parseCompact(text: string): TimeText | null {
  const match = COMPACT.exec(text);
  if (!match) return null;
  const [hour, minute, second] = [match[4], match[5], match[6]].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
  ];
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  const year = Number(match[1]);
  if (Number.isNaN(day) || year < 1900 || year > 2200 || hour > 23 || minute > 59 || second > 60) return null;
  const ms = ((hour * 60 + minute) * 60 + second + fraction(match[7])) * 1000;
  const offset = match[8] === undefined ? null : parseOffset(match[8] === 'Z' ? '+00' : match[8]);
  return { wall: day * DAY_MS + ms, other: Number.NaN, offset, proven: null };
}

/** Of a second, in whole microseconds: what is finer is cut off. */
function fraction(digits: string | undefined): number {
  return Number(`0.${(digits ?? '0').slice(0, 6)}`);
}

/** Days from 1899-12-30, the beginning of time in spreadsheets, to 1970. */
const SPREADSHEET_DAYS = 25_569;

/** Seconds, milliseconds, micro- or nanoseconds by their size; numbers with the size of a day of a spreadsheet too. */
function parseEpoch(value: number): TimeText | null {
  if (!Number.isFinite(value)) return null;
  const size = Math.abs(value);
  const isDay = size > 20_000 && size < 80_000;
  const ms = isDay
    ? Math.round((value - SPREADSHEET_DAYS) * DAY_MS)
    : size < 1e11
      ? value * 1000
      : size < 1e14
        ? value
        : size < 1e17
          ? value / 1000
          : value / 1e6;
  return { wall: ms, other: Number.NaN, offset: isDay ? null : 0, proven: null };
}

type Clock = { readonly ms: number; readonly offset: number | null; readonly rest: string };

function findClock(text: string): Clock | null {
  const hourOnly = HOUR_ONLY.exec(text);
  const match = hourOnly === null ? CLOCK.exec(text) : null;
  if (hourOnly !== null) {
    const hour = halfDay(Number(hourOnly[1]), hourOnly[2]);
    return hour === null ? null : { ms: hour * 3_600_000, offset: null, rest: text.slice(0, hourOnly.index) };
  }
  if (match === null) return { ms: 0, offset: null, rest: text };
  const hour = halfDay(Number(match[1]), match[5]);
  const minute = Number(match[2]);
  const second = Number(match[3] ?? 0);
  if (hour === null || minute > 59 || second > 60) return null;
  const behind = text.slice(match.index + match[0].length);
  const zone = readZone(behind);
  return {
    ms: ((hour * 60 + minute) * 60 + second + fraction(match[4])) * 1000,
    offset: zone.offset,
    rest: `${text.slice(0, match.index)} ${behind.slice(zone.length)}`,
  };
}

function halfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function readZone(text: string): { readonly offset: number | null; readonly length: number } {
  const match = ZONE.exec(text);
  if (match === null) return { offset: null, length: 0 };
  const [all, name, digits] = match;
  const named = name === undefined ? undefined : ZONES[name.toLowerCase()];
  if (name !== undefined && named === undefined) return { offset: null, length: 0 };
  if (named === undefined && digits === undefined) return { offset: null, length: 0 };
  return { offset: (named ?? 0) * 3_600_000 + parseOffset(digits ?? '+00'), length: all.length };
}

/** `+01:00`, `-0530`, `+02` in ms. */
function parseOffset(text: string): number {
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', '') || 0);
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

type Day = { readonly day: number; readonly other: number; readonly proven: DateOrder | null };

/** A date among what is left beside the clock: numbers, perhaps the name of a month, perhaps of a weekday. */
function parseDate(text: string, order: DateOrder): Day | null {
  const rest = text.replace(/\([^)]*\)/g, ' ').replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1');
  if (/[^\p{L}\d\s,./-]/u.test(rest)) return null;
  const numbers = rest.match(/\d+/g) ?? [];
  const words = (rest.match(/\p{L}+/gu) ?? []).map((word) => word.toLowerCase());
  const month = words.map((word) => MONTHS.indexOf(word.slice(0, 3))).find((at) => at >= 0);
  if (words.length > 2) return null;
  if (month !== undefined) return numbers.length === 2 ? namedDay(numbers, month + 1) : null;
  if (numbers.length !== 3 || words.length > 1) return null;
  return numberedDay(numbers, order);
}

function namedDay(numbers: readonly string[], month: number): Day | null {
  const [first = '', second = ''] = numbers;
  const isYearFirst = first.length === 4;
  const day = dayNumber(fullYear(isYearFirst ? first : second), month, Number(isYearFirst ? second : first));
  return Number.isNaN(day) ? null : { day, other: Number.NaN, proven: null };
}

function numberedDay(numbers: readonly string[], order: DateOrder): Day | null {
  const [first = '', second = '', third = ''] = numbers;
  if (first.length === 4) {
    const day = dayNumber(Number(first), Number(second), Number(third));
    return Number.isNaN(day) ? null : { day, other: Number.NaN, proven: null };
  }
  const dayFirst = dayNumber(fullYear(third), Number(second), Number(first));
  const monthFirst = dayNumber(fullYear(third), Number(first), Number(second));
  if (Number.isNaN(dayFirst) && Number.isNaN(monthFirst)) return null;
  const [day, other] = order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const proven = Number.isNaN(monthFirst) ? 'day-first' : Number.isNaN(dayFirst) ? 'month-first' : null;
  return { day, other, proven };
}

/** As POSIX has it: 69 to 99 are of the last century. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 69 ? 2000 + year : 1900 + year;
}
