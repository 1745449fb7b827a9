import { expect, test } from 'vitest';
import { emptySelection, selectAll, selectRange, toggleSelected } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

test('a record is chosen and let go', () => {
  const chosen = toggleSelected(emptySelection, 'b');
  expect([...chosen.ids]).toEqual(['b']);
  expect([...toggleSelected(chosen, 'b').ids]).toEqual([]);
});

test('shift chooses the range in either direction and keeps its start', () => {
  const start = toggleSelected(emptySelection, 'd');
  const up = selectRange(start, 'b', order);
  expect([[...up.ids].toSorted(), up.anchor]).toEqual([['b', 'c', 'd'], 'd']);
  expect([...selectRange(up, 'e', order).ids].toSorted()).toEqual(['b', 'c', 'd', 'e']);
});

test('without a start, shift chooses the one record', () => {
  expect([...selectRange(emptySelection, 'c', order).ids]).toEqual(['c']);
});

test('all means all', () => {
  expect([...selectAll(order).ids]).toEqual(order);
});
