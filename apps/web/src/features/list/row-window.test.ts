import { expect, test } from 'vitest';
import { placeForRow, rowsInSight, rowsToDraw } from './row-window.ts';

test('rows in sight and some beyond are drawn, within what there is', () => {
  expect([
    rowsInSight({ top: 0, height: 320 }, 32, 1000),
    rowsInSight({ top: 3200, height: 320 }, 32, 1000),
    rowsInSight({ top: 31_680, height: 320 }, 32, 1000),
    rowsInSight({ top: 9000, height: 320 }, 32, 5),
    rowsInSight({ top: 0, height: 320 }, 32, 0),
  ]).toEqual([
    { first: 0, end: 20 },
    { first: 92, end: 120 },
    { first: 980, end: 1000 },
    { first: 5, end: 5 },
    { first: 0, end: 0 },
  ]);
});

test('the edited row is drawn wherever the list is scrolled to', () => {
  expect([
    rowsToDraw({ first: 4, end: 7 }, -1),
    rowsToDraw({ first: 4, end: 7 }, 5),
    rowsToDraw({ first: 4, end: 7 }, 1),
    rowsToDraw({ first: 4, end: 7 }, 90),
  ]).toEqual([
    [4, 5, 6],
    [4, 5, 6],
    [1, 4, 5, 6],
    [4, 5, 6, 90],
  ]);
});

test('a row is scrolled to from either side, and not at all when it is in sight', () => {
  const place = { top: 3200, height: 320 };
  const placeAt = (index: number, cover: 1 | 2) => placeForRow({ index, rowHeight: 32, cover }, place);
  expect([placeAt(50, 1), placeAt(102, 1), placeAt(200, 1), placeAt(200, 2)]).toEqual([
    1600, 3200, 6144, 6176,
  ]);
});
