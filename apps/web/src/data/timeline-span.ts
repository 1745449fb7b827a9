/** Stretches of time as bars are: moved and pulled by units of the calendar, as exact as they were meant. */
import { millisecondsToDay, type DateRange, type RangePrecision } from '@throughline/model';
import {
  addUnits,
  ceilTo,
  DAY,
  DAY_MS,
  floorTo,
  MONTH,
  QUARTER,
  roundTo,
  unitsBetween,
  type CalendarUnit,
} from './timeline-calendar.ts';

/** From midnight UTC to before midnight UTC. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly precision: RangePrecision;
}

export type Edge = 'start' | 'end';

const precisionUnits: Readonly<Record<RangePrecision, CalendarUnit>> = {
  day: DAY,
  month: MONTH,
  quarter: QUARTER,
};

export function spanOfRange({ start, end, precision }: DateRange): Span {
  return { start: dayStart(start), end: dayStart(end) + DAY_MS, precision };
}

export function rangeOfSpan({ start, end, precision }: Span): DateRange {
  return { start: millisecondsToDay(start), end: millisecondsToDay(end - DAY_MS), precision };
}

export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** What a range of a precision snaps to: never to less than it was meant as. */
export function snapUnit(unit: CalendarUnit, precision: RangePrecision): CalendarUnit {
  const own = precisionUnits[precision];
  if ('days' in own) return unit;
  if ('days' in unit) return own;
  const isWhole = unit.months % own.months === 0 && unit.from % own.months === 0;
  return isWhole ? unit : own;
}

/** The span, as long as it is, from the unit nearest to a moment on. */
export function moveSpan(span: Span, to: number, unit: CalendarUnit): Span {
  return startAt(span, roundTo(snapUnit(unit, span.precision), to), unit);
}

/** So many units later, or earlier: first to the next start of one. */
export function stepSpan(span: Span, count: number, unit: CalendarUnit): Span {
  return startAt(span, stepMoment(span.start, count, snapUnit(unit, span.precision)), unit);
}

function startAt(span: Span, start: number, unit: CalendarUnit): Span {
  const own = precisionUnits[span.precision];
  const lengths = [snapUnit(unit, span.precision), own];
  // Two whole quarters stay two whole quarters, whichever days they have.
  const length = lengths.find((each) => isWhole(each, span)) ?? DAY;
  const end = addUnits(length, start, unitsBetween(length, span.start, span.end));
  return { ...span, start, end };
}

function isWhole(unit: CalendarUnit, { start, end }: Span): boolean {
  return floorTo(unit, start) === start && floorTo(unit, end) === end;
}

/** One end taken to the unit nearest to a moment; at least one unit of its precision is left. */
export function pullSpan(
  span: Span,
  to: { readonly edge: Edge; readonly at: number },
  unit: CalendarUnit,
): Span {
  return withEdge(span, to.edge, roundTo(snapUnit(unit, span.precision), to.at));
}

export function stepEdge(
  span: Span,
  by: { readonly edge: Edge; readonly count: number },
  unit: CalendarUnit,
): Span {
  return withEdge(span, by.edge, stepMoment(span[by.edge], by.count, snapUnit(unit, span.precision)));
}

function withEdge(span: Span, edge: Edge, at: number): Span {
  const own = precisionUnits[span.precision];
  return edge === 'start'
    ? { ...span, start: Math.min(at, floorTo(own, span.end - 1)) }
    : { ...span, end: Math.max(at, addUnits(own, floorTo(own, span.start), 1)) };
}

function stepMoment(moment: number, count: number, unit: CalendarUnit): number {
  return count > 0
    ? addUnits(unit, floorTo(unit, moment), count)
    : addUnits(unit, ceilTo(unit, moment), count);
}

/** What a record without dates gets when it is put on a day: the unit of the scale there. */
export function spanAt(unit: CalendarUnit, moment: number): Span {
  const start = floorTo(unit, moment);
  return { start, end: addUnits(unit, start, 1), precision: precisionOf(unit) };
}

function precisionOf(unit: CalendarUnit): RangePrecision {
  if ('days' in unit) return 'day';
  return unit.months % 3 === 0 && unit.from % 3 === 0 ? 'quarter' : 'month';
}
