import { expect, test } from 'vitest';
import {
  addUnits,
  ceilTo,
  DAY,
  DAY_MS,
  floorTo,
  MONTH,
  roundTo,
  ticksBetween,
  WEEK,
} from './timeline-calendar.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const text = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

test('weeks begin on Mondays, on both sides of 1970', () => {
  expect(
    [day('2026-11-23'), day('2026-11-29'), day('1969-12-31')].map((at) => text(floorTo(WEEK, at))),
  ).toEqual(['2026-11-23', '2026-11-23', '1969-12-29']);
});

test('months have their own lengths, leap days among them', () => {
  const ticks = ticksBetween(MONTH, day('2028-01-31'), day('2028-03-02'));
  expect(ticks.map(({ start, end }) => [text(start), (end - start) / DAY_MS])).toEqual([
    ['2028-01-01', 31],
    ['2028-02-01', 29],
    ['2028-03-01', 31],
  ]);
});

test('every day has 24 hours, also where clocks are put forward and back', () => {
  for (const [from, to] of [
    ['2026-03-28', '2026-03-31'],
    ['2026-10-24', '2026-10-27'],
  ] as const) {
    const ticks = ticksBetween(DAY, day(from), day(to));
    expect(ticks.map(({ start, end }) => end - start)).toEqual([DAY_MS, DAY_MS, DAY_MS]);
  }
});

test('fiscal quarters and years begin in their month', () => {
  const quarter = { months: 3, from: 1 };
  const year = { months: 12, from: 9 };
  expect([
    text(floorTo(quarter, day('2026-01-31'))),
    text(floorTo(quarter, day('2026-02-01'))),
    text(floorTo(year, day('2026-09-30'))),
    text(floorTo(year, day('2026-10-01'))),
    text(addUnits(year, day('2026-10-01'), -2)),
  ]).toEqual(['2025-11-01', '2026-02-01', '2025-10-01', '2026-10-01', '2024-10-01']);
});

test('rounding goes to the nearer start, ceiling stays on a start', () => {
  expect([
    text(roundTo(MONTH, day('2026-02-14'))),
    text(roundTo(MONTH, day('2026-02-15'))),
    text(ceilTo(MONTH, day('2026-02-01'))),
    text(ceilTo(MONTH, day('2026-02-02'))),
  ]).toEqual(['2026-02-01', '2026-03-01', '2026-02-01', '2026-03-01']);
});

test('the first century is not the twentieth', () => {
  expect(text(floorTo(MONTH, day('0050-05-17')))).toBe('0050-05-01');
});
