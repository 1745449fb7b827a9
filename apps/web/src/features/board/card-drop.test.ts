import { expect, test } from 'vitest';
import { dropOnCard, dropOnColumn } from './card-drop.ts';

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
  expect(dropOnColumn(at('now', 0), 'now', 3)).toEqual(at('now', 2));
  expect(dropOnColumn(at('now', 2), 'now', 3)).toBeUndefined();
  expect(dropOnColumn(at('now', 2), 'later', 0)).toEqual(at('later', 0));
});
