import { expect, test } from 'vitest';
import { dropOnCard, dropOnCell } from './card-drop.ts';

const at = (columnKey: string, index: number) => ({ columnKey, index });

test('into another column, before or after a card', () => {
  expect(dropOnCard(at('now', 4), at('next', 2), 'before')).toEqual(at('next', 2));
  expect(dropOnCard(at('now', 4), at('next', 2), 'after')).toEqual(at('next', 3));
});

test('within a column the place counts without the card itself', () => {
  expect(dropOnCard(at('now', 0), at('now', 2), 'after')).toEqual(at('now', 2));
  expect(dropOnCard(at('now', 0), at('now', 1), 'before')).toBeUndefined();
});

test('on the free part of a column, to its end', () => {
  expect(dropOnCell(at('now', 0), { columnKey: 'now' }, 3)).toEqual(at('now', 2));
  expect(dropOnCell(at('now', 2), { columnKey: 'now' }, 3)).toBeUndefined();
  expect(dropOnCell(at('now', 2), { columnKey: 'later' }, 0)).toEqual(at('later', 0));
});

test('another lane of the same column is another place', () => {
  const from = { ...at('now', 1), laneKey: 'a' };
  expect(dropOnCard(from, { ...at('now', 1), laneKey: 'b' }, 'before')).toEqual({
    ...at('now', 1),
    laneKey: 'b',
  });
  expect(dropOnCell(from, { columnKey: 'now', laneKey: 'a' }, 2)).toBeUndefined();
  expect(dropOnCell(from, { columnKey: 'now', laneKey: 'b' }, 2)).toEqual({ ...at('now', 2), laneKey: 'b' });
});
