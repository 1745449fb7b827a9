import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodEdges, startOfPeriod } from './chart-buckets.ts';
import { makeBins, percentile } from './chart-spread.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6);
const numbers = fc.array(number, { minLength: 1, maxLength: 200 });

test('bins are of one width, hold all values, and none stands outside', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const sorted = Float64Array.from(values).sort();
      const { edges, width } = makeBins(sorted);
      expect(edges.length).toBeLessThanOrEqual(130);
      expect(edges[0]).toBeLessThanOrEqual((sorted[0] as number) + width * 1e-6);
      expect(edges.at(-1)).toBeGreaterThan((sorted.at(-1) as number) - width * 1e-6);
      for (const [at, edge] of edges.slice(1).entries())
        expect((edge - (edges[at] as number)) / width).toBeCloseTo(1, 3);
    }),
  );
});

test('whole numbers have bins of whole numbers, one value has one bin', () => {
  const bins = makeBins(Float64Array.of(1, 1, 2, 2, 3, 5));
  expect([bins.width % 1, bins.edges[0]]).toEqual([0, 0]);
  expect(makeBins(Float64Array.of(4, 4, 4))).toEqual({ edges: [4, 5], width: 1, rule: 'single' });
});

test('where the middle half is one value, Sturges decides', () => {
  expect(makeBins(Float64Array.of(0, 5, 5, 5, 5, 5, 5, 90)).rule).toBe('sturges');
});

test('percentiles lie between values in proportion', () => {
  const sorted = Float64Array.of(1, 2, 3, 4);
  expect([0, 0.5, 0.85, 1].map((share) => percentile(sorted, share))).toEqual([1, 2.5, 3.55, 4]);
});

test('weeks begin on Monday, quarters in their first month, also in leap years and before 1970', () => {
  const start = (day: string, period: 'week' | 'quarter' | 'month') =>
    new Date(startOfPeriod(Date.parse(day), period)).toISOString().slice(0, 10);
  expect([
    start('2024-02-29', 'week'),
    start('2024-02-29', 'month'),
    start('1969-12-31', 'quarter'),
    start('2026-11-22', 'week'),
  ]).toEqual(['2024-02-26', '2024-02-01', '1969-10-01', '2026-11-16']);
});

test('periods follow one another, and too many become longer ones', () => {
  const day = (text: string): number => Date.parse(text);
  const { edges } = periodEdges(day('2025-11-30'), day('2026-01-01'), 'month');
  expect(edges.map((edge) => new Date(edge).toISOString().slice(0, 7))).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ]);
  expect(periodEdges(day('2010-01-01'), day('2026-01-01'), 'day').period).toBe('month');
});
