import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promiseCount, promisePeriods } from './bootstrap-forecast.ts';

const DATA = process.env['THROUGHLINE_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data');
const CHANCES = [0.5, 0.7, 0.85, 0.95];

type Point = {
  readonly last_12_weeks: readonly number[];
  readonly next_4_weeks_sure: Readonly<Record<string, number>>;
  readonly items: number;
  readonly weeks_to_finish_items: Readonly<Record<string, number | null>>;
};

describe('a forecast by exact bootstrap', () => {
  it('of one item or two a week is what one counts by hand', () => {
    // Two weeks of 1 or 2 each: 2, 3, 3, 4.
    expect([0.25, 0.5, 0.75, 0.76, 1].map((p) => promiseCount([1, 2], 2, p))).toEqual([4, 3, 3, 2, 2]);
    // Three items: after two weeks in 3 of 4 cases, after three always.
    expect(promisePeriods([1, 2], 3, { chances: [0.5, 0.75, 0.76, 1] })).toEqual([2, 2, 3, 3]);
  });

  it('finds no end where nothing is ever done', () => {
    expect(promisePeriods([0, 0, 0], 5, { chances: [0.5] })).toEqual([null]);
    expect(promiseCount([0, 0, 0], 4, 0.5)).toBe(0);
  });

  it('takes thousands a week in steps', () => {
    const window = [4000, 5000, 6000];
    const promised = promiseCount(window, 12, 0.5);
    expect(Math.abs(promised / 60_000 - 1)).toBeLessThan(0.01);
    expect(promisePeriods(window, 1_000_000, { chances: [0.5] })).toEqual([200]);
    expect(promisePeriods([1, 2], 1_000_000, { chances: [0.5] })).toEqual([null]);
  });

  it('promises less, and later, the surer it must be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 8 }),
        (window, periods) => {
          const promises = CHANCES.map((p) => promiseCount(window, periods, p));
          expect(promises).toEqual(promises.toSorted((a, b) => b - a));
          const ends = promisePeriods(window, 10, { chances: CHANCES }).map((end) => end ?? Infinity);
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  it('needs no less time for more items', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }), fc.nat(30), (window, items) => {
        const end = (count: number): number =>
          promisePeriods(window, count, { chances: [0.85] })[0] ?? Infinity;
        expect(end(items + 1)).toBeGreaterThanOrEqual(end(items));
      }),
    );
  });

  it.skipIf(!existsSync(DATA)).each(['throughput-apache-jira', 'throughput-agile-project'])(
    'gives the exact forecasts of %s',
    (folder) => {
      const text = readFileSync(join(DATA, folder, 'expected_forecast.json'), 'utf8');
      const projects = Object.values(JSON.parse(text) as Record<string, { points: readonly Point[] }>);
      for (const point of projects.flatMap(({ points }) => points)) {
        const { last_12_weeks: window, next_4_weeks_sure: sure, items, weeks_to_finish_items: ends } = point;
        const promised = Object.keys(sure).map((p) => promiseCount(window, 4, Number.parseInt(p, 10) / 100));
        expect(promised).toEqual(Object.values(sure));
        const chances = Object.keys(ends).map((p) => Number.parseInt(p, 10) / 100);
        expect(promisePeriods(window, items, { chances })).toEqual(Object.values(ends));
      }
    },
  );
});
