import { ok, type Json, type JsonObject, type Result } from '@throughline/base';
import type { FieldType, ValueProblem } from '../field.ts';
import { dayToMilliseconds, parseDay } from './date.ts';
import { describe, noConfig, problem, shorten } from './parsing.ts';

export const RANGE_PRECISIONS = ['day', 'month', 'quarter'] as const;
export type RangePrecision = (typeof RANGE_PRECISIONS)[number];

/** Days from `start` to `end`, both included; `precision` is how exactly it was meant. */
export type DateRange = { readonly start: string; readonly end: string; readonly precision: RangePrecision };

/** A span of days, months or quarters: when something is planned for. */
export const dateRangeField: FieldType<DateRange> = {
  name: 'date-range',
  kind: 'range',
  custom: true,
  parseConfig: noConfig,
  parse: parseRange,
  parseText: (text) => parseRangeText(text.trim()),
  format: formatRange,
  toCell: (value) => ({ start: dayToMilliseconds(value.start), end: dayToMilliseconds(value.end) }),
};

function parseRange(input: Json): Result<DateRange, ValueProblem> {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    return problem('not_a_range', `Expected {start, end, precision}, got ${describe(input)}.`);
  }
  const given = input as JsonObject;
  const precision = given['precision'] ?? 'day';
  if (!RANGE_PRECISIONS.includes(precision as RangePrecision)) {
    return problem('range_precision', `A range is precise to ${RANGE_PRECISIONS.join(', ')}.`);
  }
  const start =
    typeof given['start'] === 'string'
      ? parseDay(given['start'])
      : problem('not_a_date', 'A range needs a start.');
  if (!start.ok) return start;
  const end = typeof given['end'] === 'string' ? parseDay(given['end']) : ok(start.value);
  if (!end.ok) return end;
  if (end.value < start.value)
    return problem('range_reversed', `The range ends (${end.value}) before it starts (${start.value}).`);
  return ok(snapRange({ start: start.value, end: end.value, precision: precision as RangePrecision }));
}

/** Widens a range to whole units of its precision. */
export function snapRange(range: DateRange): DateRange {
  if (range.precision === 'day') return range;
  const months = range.precision === 'month' ? 1 : 3;
  const [startYear, startMonth] = splitMonth(range.start);
  const [endYear, endMonth] = splitMonth(range.end);
  const first = Math.floor(startMonth / months) * months;
  const last = Math.floor(endMonth / months) * months + months;
  return { start: isoDay(startYear, first, 1), end: isoDay(endYear, last, 0), precision: range.precision };
}

function splitMonth(day: string): readonly [number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

const QUARTER = /^(?:(\d{4})[- ]?Q([1-4])|Q([1-4])[- ]?(\d{4}))$/i;
const MONTH = /^(\d{4})-(\d{2})$/;

function parseRangeText(text: string): Result<DateRange, ValueProblem> {
  const ends = text.split(/\s*(?:\.\.|→|–|\/|\bto\b)\s*/);
  if (ends.length > 2) return problem('not_a_range', `“${shorten(text)}” is not a range.`);
  const first = parseUnit(ends[0] as string);
  if (!first.ok) return first;
  const last = ends.length === 2 ? parseUnit(ends[1] as string) : first;
  if (!last.ok) return last;
  return parseRange({ start: first.value.start, end: last.value.end, precision: first.value.precision });
}

function parseUnit(text: string): Result<DateRange, ValueProblem> {
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const year = quarter[1] ?? quarter[4];
    const month = String((Number(quarter[2] ?? quarter[3]) - 1) * 3 + 1).padStart(2, '0');
    return parseRange({ start: `${year}-${month}-01`, precision: 'quarter' });
  }
  const month = MONTH.exec(text);
  return parseRange(month ? { start: `${text}-01`, precision: 'month' } : { start: text, precision: 'day' });
}

function formatRange(range: DateRange): string {
  if (range.precision === 'day')
    return range.start === range.end ? range.start : `${range.start}..${range.end}`;
  const [first, last] =
    range.precision === 'month'
      ? [range.start.slice(0, 7), range.end.slice(0, 7)]
      : [quarterOf(range.start), quarterOf(range.end)];
  return first === last ? first : `${first}..${last}`;
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
