import { makeZoneOffset } from '../read/zone-offset.ts';
import type { Elapsed } from './elapsed.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Days laid out at a time. */
const STEP = 400;

/** Part of a day at work, in minutes since midnight on the wall. */
export type DayPart = { readonly from: number; readonly to: number };

export type WorkingCalendar = {
  /** Of the wall clock, such as `Europe/Berlin`. */
  readonly zone: string;
  /** Seven days from Monday, each with its parts in order. */
  readonly week: readonly (readonly DayPart[])[];
  /** Dates without work, such as `2026-12-25`. */
  readonly daysOff: readonly string[];
};

const OFFICE: readonly DayPart[] = [{ from: 9 * 60, to: 17 * 60 }];

export const OFFICE_HOURS: WorkingCalendar = {
  zone: 'UTC',
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  daysOff: [],
};

export type WorkingClock = {
  /** Working time between two moments. */
  readonly between: Elapsed;
  /** The first moment by which that much work has been done; Infinity where nobody ever works. */
  readonly after: (from: number, work: number) => number;
};

type Span = { readonly start: number; readonly end: number; /** Work before it. */ readonly before: number };

/**
 * Working time by a calendar: only moments within its hours count. Hours are of the wall clock, so a night shift on
 * the day clocks go forward is an hour shorter.
 */
export function makeWorkingClock(calendar: WorkingCalendar): WorkingClock {
  const layOut = makeLayout(calendar);
  const workPerWeek = calendar.week.flat().reduce((sum, { from, to }) => sum + to - from, 0) * MINUTE;
  let firstDay = 0;
  let afterLast = 0;
  let spans: readonly Span[] = [];

  /** Lays out what is needed to hold both moments. */
  const cover = (from: number, to: number): void => {
    const [first, last] = [Math.floor(from / DAY) - 2, Math.floor(to / DAY) + 3];
    if (afterLast > firstDay && first >= firstDay && last <= afterLast) return;
    const isNew = afterLast === firstDay;
    firstDay = (isNew ? first : Math.min(first, firstDay)) - STEP;
    afterLast = (isNew ? last : Math.max(last, afterLast)) + STEP;
    spans = layOut(firstDay, afterLast);
  };

  const workBefore = (time: number): number => {
    const span = spans[lastSpanFrom(spans, time)];
    return span === undefined ? 0 : span.before + Math.min(time, span.end) - span.start;
  };

  return {
    between: (from, to) => {
      if (!(to > from)) return 0;
      cover(from, to);
      return workBefore(to) - workBefore(from);
    },
    after: (from, work) => {
      if (workPerWeek === 0) return Number.POSITIVE_INFINITY;
      const weeks = Math.ceil(work / workPerWeek) + 1 + calendar.daysOff.length;
      cover(from, from + weeks * 7 * DAY);
      const wanted = workBefore(from) + work;
      const span = spans.find(({ start, end, before }) => before + end - start >= wanted && end > from);
      return span === undefined
        ? Number.POSITIVE_INFINITY
        : Math.max(from, span.start + wanted - span.before);
    },
  };
}

/** The parts of all days in order, as moments. */
function makeLayout({ zone, week, daysOff }: WorkingCalendar) {
  const offset = makeZoneOffset(zone);
  const off = new Set(daysOff.map((date) => Date.parse(date) / DAY));
  const toMoment = (day: number, minutes: number): number => {
    const wall = day * DAY + minutes * MINUTE;
    return wall - offset(wall);
  };
  return (firstDay: number, afterLast: number): readonly Span[] => {
    const spans: Span[] = [];
    let before = 0;
    for (let day = firstDay; day < afterLast; day++) {
      if (off.has(day)) continue;
      // Thursday 1 January 1970 is day 0.
      for (const part of week[(((day + 3) % 7) + 7) % 7] ?? []) {
        const span = { start: toMoment(day, part.from), end: toMoment(day, part.to), before };
        if (span.end <= span.start) continue;
        spans.push(span);
        before += span.end - span.start;
      }
    }
    return spans;
  };
}

/** Index of the last span that starts at or before a moment; -1 where there is none. */
function lastSpanFrom(spans: readonly Span[], time: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).start <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
