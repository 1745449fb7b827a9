import { expect, test } from 'vitest';
import { normalize, percentile, sortPresent } from './rank.ts';

const EMPTY = Number.NaN;

test('percentile rank counts those below among the others, ties share, empties are not counted', () => {
  const values = [30, 10, EMPTY, 20, 20];
  const sorted = sortPresent(values);
  expect(values.map((value) => percentile(value, sorted))).toEqual([
    100,
    0,
    EMPTY,
    (1 / 3) * 100,
    (1 / 3) * 100,
  ]);
});

test('a value alone has rank 0, as has each of a constant set, and of nothing there is none', () => {
  expect(percentile(7, sortPresent([7]))).toBe(0);
  expect(percentile(7, sortPresent([7, 7, 7]))).toBe(0);
  expect(percentile(7, sortPresent([EMPTY]))).toBeNaN();
});

test('normalising is min–max: all-negative values are no exception', () => {
  expect([-5, -2, -1].map((value) => normalize(value, -5, -1))).toEqual([0, 75, 100]);
  expect([6, 3, 2].map((value) => normalize(value, 2, 6))).toEqual([100, 25, 0]);
});

test('a constant set is 100, empty stays empty, and outside the population the nearest end counts', () => {
  expect(normalize(4, 4, 4)).toBe(100);
  expect(normalize(EMPTY, 0, 1)).toBeNaN();
  expect(normalize(4, Infinity, -Infinity)).toBeNaN();
  expect([-3, 12].map((value) => normalize(value, 0, 10))).toEqual([0, 100]);
});
