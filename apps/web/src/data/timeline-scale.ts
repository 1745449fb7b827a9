/** The scales of a timeline: what its header counts, and what bars snap to. */
import type { TimelineScale } from '@throughline/view';
import {
  DAY,
  DECADE,
  HALF,
  MONTH,
  QUARTER,
  WEEK,
  YEAR,
  addUnits,
  DAY_MS,
  type CalendarUnit,
} from './timeline-calendar.ts';

export interface Scale {
  readonly name: TimelineScale;
  /** The lower line of the header; bars snap to it. */
  readonly unit: CalendarUnit;
  /** The upper line. */
  readonly over: CalendarUnit;
  readonly pixelsPerDay: number;
  /** 0 to 11; 0 where the year is the calendar's. */
  readonly firstMonth: number;
}

interface ScaleShape {
  readonly unit: CalendarUnit;
  readonly over: CalendarUnit;
  readonly pixelsPerDay: number;
}

const shapes: Readonly<Record<TimelineScale, (firstMonth: number) => ScaleShape>> = {
  day: () => ({ unit: DAY, over: MONTH, pixelsPerDay: 36 }),
  week: () => ({ unit: WEEK, over: MONTH, pixelsPerDay: 12 }),
  month: () => ({ unit: MONTH, over: YEAR, pixelsPerDay: 4 }),
  quarter: () => ({ unit: QUARTER, over: YEAR, pixelsPerDay: 1.6 }),
  half: () => ({ unit: HALF, over: YEAR, pixelsPerDay: 0.8 }),
  year: () => ({ unit: YEAR, over: DECADE, pixelsPerDay: 0.35 }),
  'fiscal-year': (from) => ({
    unit: { months: 3, from: from % 3 },
    over: { months: 12, from },
    pixelsPerDay: 1.2,
  }),
};

/** From the finest to the coarsest, as zooming passes through them. */
export const ZOOM_ORDER: readonly TimelineScale[] = ['day', 'week', 'month', 'quarter', 'half', 'year'];

/** `fiscalStart` is a month from 1 to 12. */
export function makeScale(name: TimelineScale, fiscalStart: number): Scale {
  const firstMonth = name === 'fiscal-year' ? fiscalStart - 1 : 0;
  return { name, firstMonth, ...shapes[name](firstMonth) };
}

/** The finest scale on which a stretch of time is not wider than so many pixels. */
export function fittingScale(span: number, width: number): TimelineScale {
  const fits = ZOOM_ORDER.find((name) => (span / DAY_MS) * shapes[name](0).pixelsPerDay <= width);
  return fits ?? 'year';
}

/** 1 to 4, counted from the first month of the scale's year. */
export function quarterOf({ firstMonth }: Pick<Scale, 'firstMonth'>, start: number): number {
  const month = new Date(start).getUTCMonth();
  return Math.floor(((month - firstMonth + 12) % 12) / 3) + 1;
}

/** A fiscal year is called by the calendar year it ends in. */
export function fiscalYearOf({ over, firstMonth }: Scale, start: number): number {
  const year = new Date(start).getUTCFullYear();
  return firstMonth === 0 ? year : new Date(addUnits(over, start, 1) - DAY_MS).getUTCFullYear();
}

/** The scale whose own width is nearest, while zooming passes through all of them. */
export function nearestScale(pixelsPerDay: number): TimelineScale {
  const distance = (name: TimelineScale): number =>
    Math.abs(Math.log(shapes[name](0).pixelsPerDay / pixelsPerDay));
  return ZOOM_ORDER.reduce((nearest, name) => (distance(name) < distance(nearest) ? name : nearest));
}
