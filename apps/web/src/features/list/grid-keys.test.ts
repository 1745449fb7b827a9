import { expect, test } from 'vitest';
import { gridKeyAction } from './grid-keys.ts';

const plain = { ctrlKey: false, metaKey: false, page: 20, onGroup: false };

test('arrows move by one, pages by what fits, with ctrl to the ends', () => {
  expect(gridKeyAction({ ...plain, key: 'ArrowDown' })).toEqual({ type: 'move', rows: 1, columns: 0 });
  expect(gridKeyAction({ ...plain, key: 'PageUp' })).toEqual({ type: 'move', rows: -20, columns: 0 });
  expect(gridKeyAction({ ...plain, key: 'End', ctrlKey: true })).toMatchObject({ rows: 1_000_000_000 });
});

test('on a group, left and right fold it', () => {
  expect(gridKeyAction({ ...plain, key: 'ArrowLeft', onGroup: true })).toEqual({
    type: 'fold',
    isCollapsed: true,
  });
});

test('on a title, left and right fold what is below, and left goes up to the parent', () => {
  const on = (key: string, fold: 'open' | 'folded' | undefined, isBelow = false) =>
    gridKeyAction({ ...plain, key, fold, isBelow });
  expect([on('ArrowRight', 'folded'), on('ArrowLeft', 'open'), on('ArrowLeft', 'folded', true)]).toEqual([
    { type: 'fold', isCollapsed: false },
    { type: 'fold', isCollapsed: true },
    { type: 'up' },
  ]);
  expect(on('ArrowRight', 'open')).toEqual({ type: 'move', rows: 0, columns: 1 });
});

test('other keys keep their meaning', () => {
  expect(gridKeyAction({ ...plain, key: 'Tab' })).toBeUndefined();
});
