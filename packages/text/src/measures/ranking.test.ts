import { expect, it } from 'vitest';
import { averagePrecision, firstRelevant, measureHits, precisionAt } from './ranking.ts';

it('hits and reciprocal ranks are what one counts by hand', () => {
  const relevant = new Set(['x']);
  const places = [['x'], ['a', 'x'], ['a'], []].map((ranking) => firstRelevant(ranking, relevant));
  expect(places).toEqual([1, 2, null, null]);
  expect(measureHits(places, [1, 5])).toEqual({
    hit: new Map([
      [1, 0.25],
      [5, 0.5],
    ]),
    reciprocal: 0.375,
  });
});

it('precision counts places on which nothing stands', () => {
  expect(precisionAt([true, false, true], 10)).toBe(0.2);
  expect(averagePrecision([true, false, true], 4)).toBeCloseTo((1 + 2 / 3) / 4);
  expect(averagePrecision([false], 0)).toBe(0);
});
