import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packRows, stretchesBetween, type Stretch } from './timeline-pack.ts';

const stretch = (key: string, start: number, end: number): Stretch => ({ key, start, end });
const keys = (rows: readonly (readonly Stretch[])[]) =>
  rows.map((row) => row.map(({ key }) => key).join(' '));

test('what does not meet shares a row', () => {
  const { rows } = packRows([stretch('c', 4, 6), stretch('a', 0, 4), stretch('b', 2, 5), stretch('d', 5, 7)]);
  expect(keys(rows)).toEqual(['a c', 'b d']);
});

test('what had a row keeps it while it is free', () => {
  const items = [stretch('a', 0, 2), stretch('b', 1, 3), stretch('c', 5, 6)];
  const { rowOf } = packRows([...items, stretch('x', 4, 5)], new Map([['c', 1]]));
  expect(Object.entries(Object.fromEntries(rowOf))).toEqual([
    ['a', 0],
    ['x', 0],
    ['b', 1],
    ['c', 1],
  ]);
});

test('rows that were left are given up', () => {
  expect(keys(packRows([stretch('a', 0, 1), stretch('b', 2, 3)], new Map([['b', 7]])).rows)).toEqual(['a b']);
  expect(keys(packRows([stretch('a', 0, 1), stretch('b', 0, 3)], new Map([['b', 1]])).rows)).toEqual([
    'a',
    'b',
  ]);
});

const stretches = fc
  .array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 30 })), { maxLength: 60 })
  .map((pairs) => pairs.map(([start, length], at) => stretch(String(at), start, start + length)));
const rowsBefore = fc
  .dictionary(fc.nat(60).map(String), fc.nat(20))
  .map((rows) => new Map(Object.entries(rows)));

test('nothing is lost and nothing lies over another, whatever the rows were before', () => {
  fc.assert(
    fc.property(stretches, rowsBefore, (items, before) => {
      const { rows, rowOf } = packRows(items, before);
      expect(rows.flat().length).toBe(items.length);
      expect(rowOf.size).toBe(items.length);
      for (const row of rows)
        for (const [at, item] of row.entries())
          expect(item.start).toBeGreaterThanOrEqual(row[at - 1]?.end ?? -Infinity);
    }),
  );
});

test('a window shows exactly what touches it', () => {
  fc.assert(
    fc.property(stretches, fc.nat(120), fc.nat(60), (items, from, length) => {
      for (const row of packRows(items).rows) {
        const shown = row.filter(({ start, end }) => end > from && start < from + length);
        expect(stretchesBetween(row, from, from + length)).toEqual(shown);
      }
    }),
  );
});
