/**
 * Reads the times of one column. ISO 8601 and its relatives, and dates of numbers in any order, straight from the
 * bytes; what has names of months, AM and PM or epochs goes through `parseTimeText`.
 */
import { DAY_MS, dayNumber } from './calendar-day.ts';
import { decodeText } from './decode-text.ts';
import { parseTimeText } from './time-text.ts';
import type { ZoneOffset } from './zone-offset.ts';

/** Which comes first where the year does not: told, or found out from the column. */
export type DateOrder = 'day-first' | 'month-first';

const SPACE = 0x20;
const COLON = 0x3a;
const PLUS = 0x2b;
const MINUS = 0x2d;
const DOT = 0x2e;
const COMMA = 0x2c;
const SLASH = 0x2f;
const BIG_T = 0x54;
const BIG_Z = 0x5a;

const TENS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

export class TimeReader {
  /** Of the last value: what it would be with day and month the other way round; NaN if that is no date. */
  other = Number.NaN;
  /** Of the last value: which order its numbers prove, if they do. */
  proven: DateOrder | null = null;
  withoutZone = 0;
  order: DateOrder;
  readonly #offset: ZoneOffset;
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;
  #end = 0;
  #digits = 0;
  #lastDate = -1;
  #lastDay = 0;

  constructor(offset: ZoneOffset, order: DateOrder = 'day-first') {
    this.#offset = offset;
    this.order = order;
  }

  /** Milliseconds since 1970 in UTC, or NaN where it is no time. */
  read(bytes: Uint8Array, start: number, end: number): number {
    this.other = Number.NaN;
    this.proven = null;
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    while (this.#peek() === SPACE) this.#at += 1;
    while (this.#end > this.#at && bytes[this.#end - 1] === SPACE) this.#end -= 1;
    const from = this.#at;
    const value = this.#readNumeric();
    return Number.isNaN(value) ? this.#readText(from) : value;
  }

  #readText(from: number): number {
    const text = decodeText(this.#bytes, { start: from, end: this.#end });
    const parsed = parseTimeText(text, this.order);
    if (parsed === null) return Number.NaN;
    this.proven = parsed.proven;
    if (parsed.offset !== null) {
      this.other = parsed.other - parsed.offset;
      return parsed.wall - parsed.offset;
    }
    return this.#inZone(parsed.wall, parsed.other);
  }

  #inZone(wall: number, other: number): number {
    this.withoutZone += 1;
    this.other = Number.isNaN(other) ? other : other - this.#offset(other);
    return wall - this.#offset(wall);
  }

  #peek(): number {
    return this.#at < this.#end ? (this.#bytes[this.#at] as number) : -1;
  }

  /** A run of digits; `#digits` tells how many. */
  #number(): number {
    const from = this.#at;
    let value = 0;
    for (;;) {
      const digit = this.#peek() - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      this.#at += 1;
    }
    this.#digits = this.#at - from;
    return value;
  }

  #readNumeric(): number {
    const first = this.#number();
    const isYearFirst = this.#digits === 4;
    const separator = this.#peek();
    if (separator !== MINUS && separator !== SLASH && separator !== DOT) return Number.NaN;
    if (!isYearFirst && (this.#digits === 0 || this.#digits > 2)) return Number.NaN;
    this.#at += 1;
    const second = this.#number();
    if (this.#digits === 0 || this.#digits > 2 || this.#peek() !== separator) return Number.NaN;
    this.#at += 1;
    const third = this.#number();
    if (isYearFirst ? this.#digits === 0 || this.#digits > 2 : this.#digits !== 4) return Number.NaN;
    const day = isYearFirst ? this.#day(first, second, third) : this.#shortDay(first, second, third);
    const clock = this.#clock();
    return this.#placed(day * DAY_MS + clock);
  }

  #day(year: number, month: number, day: number): number {
    const date = year * 10_000 + month * 100 + day;
    if (date !== this.#lastDate) {
      this.#lastDay = dayNumber(year, month, day);
      this.#lastDate = date;
    }
    return this.#lastDay;
  }

  #otherDay = Number.NaN;

  #shortDay(first: number, second: number, year: number): number {
    const dayFirst = dayNumber(year, second, first);
    const monthFirst = dayNumber(year, first, second);
    if (Number.isNaN(monthFirst)) this.proven = 'day-first';
    else if (Number.isNaN(dayFirst)) this.proven = 'month-first';
    const isDayFirst = this.order === 'day-first';
    this.#otherDay = isDayFirst ? monthFirst : dayFirst;
    return isDayFirst ? dayFirst : monthFirst;
  }

  /** Milliseconds of the day; NaN if what follows the date is no time. */
  #clock(): number {
    const next = this.#peek();
    if (next === -1) return 0;
    if (next !== BIG_T && next !== SPACE && next !== 0x74) return Number.NaN;
    this.#at += 1;
    const hour = this.#number();
    if (this.#digits === 0 || this.#digits > 2 || this.#peek() !== COLON) return Number.NaN;
    this.#at += 1;
    const minute = this.#number();
    if (this.#digits !== 2) return Number.NaN;
    let second = 0;
    if (this.#peek() === COLON) {
      this.#at += 1;
      second = this.#number();
      if (this.#digits !== 2) return Number.NaN;
    }
    if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return Number.NaN;
    return ((hour * 60 + minute) * 60 + second) * 1000 + this.#fraction();
  }

  /** In milliseconds; of whole microseconds, what is finer being cut off. */
  #fraction(): number {
    const next = this.#peek();
    if (next !== DOT && next !== COMMA) return 0;
    this.#at += 1;
    const value = this.#number();
    const digits = this.#digits;
    if (digits === 0) return Number.NaN;
    return digits <= 6
      ? (value * 1000) / (TENS[digits] as number)
      : Math.floor(value / 10 ** (digits - 6)) / 1000;
  }

  /** Takes the offset behind the clock into account, or the column's zone where there is none. */
  #placed(wall: number): number {
    const other = this.#otherDay;
    this.#otherDay = Number.NaN;
    while (this.#peek() === SPACE) this.#at += 1;
    const next = this.#peek();
    const otherWall = wall + (other - Math.floor(wall / DAY_MS)) * DAY_MS;
    if (Number.isNaN(wall) && Number.isNaN(otherWall)) return wall;
    if (next === -1) return this.#inZone(wall, otherWall);
    const offset = this.#writtenOffset(next);
    if (this.#at !== this.#end) return Number.NaN;
    this.other = otherWall - offset;
    return wall - offset;
  }

  #writtenOffset(sign: number): number {
    this.#at += 1;
    if (sign === BIG_Z || sign === 0x7a) return 0;
    if (sign !== PLUS && sign !== MINUS) return Number.NaN;
    const value = this.#number();
    if (this.#digits !== 2 && this.#digits !== 4) return Number.NaN;
    const minutes =
      this.#digits === 4 ? Math.floor(value / 100) * 60 + (value % 100) : value * 60 + this.#offsetMinutes();
    return (sign === MINUS ? -minutes : minutes) * 60_000;
  }

  /** Behind the hours of an offset, if there are any. */
  #offsetMinutes(): number {
    if (this.#peek() === COLON) this.#at += 1;
    return this.#number();
  }
}
