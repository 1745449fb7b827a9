import { expect, test } from 'vitest';
import { DAY_MS, ticksBetween } from './timeline-calendar.ts';
import { fiscalYearOf, fittingScale, makeScale, quarterOf } from './timeline-scale.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const text = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

test('a fiscal year is called by the year it ends in, and its quarters count from its first month', () => {
  const scale = makeScale('fiscal-year', 10);
  const years = ticksBetween(scale.over, day('2025-12-01'), day('2026-12-01'));
  expect(years.map(({ start }) => [text(start), fiscalYearOf(scale, start)])).toEqual([
    ['2025-10-01', 2026],
    ['2026-10-01', 2027],
  ]);
  const quarters = ticksBetween(scale.unit, day('2026-10-01'), day('2027-10-01'));
  expect(quarters.map(({ start }) => [text(start), quarterOf(scale, start)])).toEqual([
    ['2026-10-01', 1],
    ['2027-01-01', 2],
    ['2027-04-01', 3],
    ['2027-07-01', 4],
  ]);
});

test('a fiscal year that begins in January is the calendar’s', () => {
  expect(fiscalYearOf(makeScale('fiscal-year', 1), day('2026-01-01'))).toBe(2026);
});

test('the finest scale that still shows everything is chosen', () => {
  expect([7, 60, 200, 700, 1500, 20_000].map((days) => fittingScale(days * DAY_MS, 1200))).toEqual([
    'day',
    'week',
    'month',
    'quarter',
    'half',
    'year',
  ]);
});
