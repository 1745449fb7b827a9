import fc from 'fast-check';
import { snapRange, type DateRange } from '@throughline/model';
import { expect, test } from 'vitest';
import { DAY, MONTH, QUARTER, WEEK, YEAR } from './timeline-calendar.ts';
import {
  dayStart,
  moveSpan,
  pullSpan,
  rangeOfSpan,
  spanAt,
  spanOfRange,
  stepEdge,
  stepSpan,
} from './timeline-span.ts';

const range = (start: string, end: string, precision: DateRange['precision'] = 'day') =>
  spanOfRange({ start, end, precision });
const text = (span: ReturnType<typeof range>): string => {
  const { start, end, precision } = rangeOfSpan(span);
  return `${start} ${end} ${precision}`;
};

test('a quarter stays a quarter, on any scale', () => {
  const quarter = range('2026-01-01', '2026-03-31', 'quarter');
  expect([
    text(moveSpan(quarter, dayStart('2026-05-20'), DAY)),
    text(moveSpan(quarter, dayStart('2026-04-20'), MONTH)),
    text(moveSpan(quarter, dayStart('2026-11-20'), YEAR)),
    text(stepSpan(quarter, -1, WEEK)),
  ]).toEqual([
    '2026-07-01 2026-09-30 quarter',
    '2026-04-01 2026-06-30 quarter',
    '2027-01-01 2027-03-31 quarter',
    '2025-10-01 2025-12-31 quarter',
  ]);
});

test('a calendar quarter does not become a fiscal one that begins in February', () => {
  const moved = moveSpan(range('2026-01-01', '2026-03-31', 'quarter'), dayStart('2026-05-02'), {
    months: 3,
    from: 1,
  });
  expect(text(moved)).toBe('2026-04-01 2026-06-30 quarter');
});

test('whole months stay whole months; other days keep their number', () => {
  expect([
    text(moveSpan(range('2028-01-01', '2028-01-31'), dayStart('2028-02-03'), MONTH)),
    text(moveSpan(range('2028-01-10', '2028-01-19'), dayStart('2028-02-03'), MONTH)),
  ]).toEqual(['2028-02-01 2028-02-29 day', '2028-02-01 2028-02-10 day']);
});

test('steps go to the next start of a unit, then by units', () => {
  const span = range('2026-03-10', '2026-03-12');
  expect([
    text(stepSpan(span, 1, MONTH)),
    text(stepSpan(span, -1, MONTH)),
    text(stepSpan(span, -2, MONTH)),
    text(stepSpan(span, 1, DAY)),
  ]).toEqual([
    '2026-04-01 2026-04-03 day',
    '2026-03-01 2026-03-03 day',
    '2026-02-01 2026-02-03 day',
    '2026-03-11 2026-03-13 day',
  ]);
});

test('an end is pulled to the nearest unit and never past the other', () => {
  const span = range('2026-03-10', '2026-03-31');
  expect([
    text(pullSpan(span, { edge: 'end', at: dayStart('2026-05-20') }, MONTH)),
    text(pullSpan(span, { edge: 'end', at: dayStart('2026-01-01') }, MONTH)),
    text(pullSpan(span, { edge: 'start', at: dayStart('2026-07-01') }, MONTH)),
    text(stepEdge(range('2026-01-01', '2026-06-30', 'quarter'), { edge: 'end', count: -5 }, DAY)),
  ]).toEqual([
    '2026-03-10 2026-05-31 day',
    '2026-03-10 2026-03-10 day',
    '2026-03-31 2026-03-31 day',
    '2026-01-01 2026-03-31 quarter',
  ]);
});

test('a record put on a day gets the unit of the scale, as exact as that is', () => {
  const at = dayStart('2026-11-23');
  expect([DAY, WEEK, MONTH, QUARTER, { months: 3, from: 1 }].map((unit) => text(spanAt(unit, at)))).toEqual([
    '2026-11-23 2026-11-23 day',
    '2026-11-23 2026-11-29 day',
    '2026-11-01 2026-11-30 month',
    '2026-10-01 2026-12-31 quarter',
    '2026-11-01 2027-01-31 month',
  ]);
});

test('whatever is moved or pulled is still a range the model takes as it is', () => {
  const day = fc
    .integer({ min: -20_000, max: 40_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  const units = [DAY, WEEK, MONTH, QUARTER, YEAR, { months: 3, from: 1 }, { months: 12, from: 9 }];
  fc.assert(
    fc.property(
      day,
      fc.nat(900),
      fc.constantFrom('day', 'month', 'quarter'),
      fc.constantFrom(...units),
      day,
      fc.constantFrom('move', 'start', 'end'),
      (start, length, precision, unit, to, act) => {
        const end = new Date(dayStart(start) + length * 86_400_000).toISOString().slice(0, 10);
        const span = spanOfRange(snapRange({ start, end, precision }));
        const at = dayStart(to);
        const next = act === 'move' ? moveSpan(span, at, unit) : pullSpan(span, { edge: act, at }, unit);
        const changed = rangeOfSpan(next);
        expect(changed.start <= changed.end).toBe(true);
        expect(snapRange(changed)).toEqual(changed);
      },
    ),
  );
});
