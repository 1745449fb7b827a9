import { expect, test } from 'vitest';
import { slotCount, slotKey } from './row-slots.ts';

test('rows in sight never share a slot, and one step of scrolling changes one slot', () => {
  const keys = (from: number) => Array.from({ length: 40 }, (_, at) => slotKey(from + at, slotCount(40), -1));
  const before = keys(1000);
  const after = keys(1001);
  expect(new Set(before).size).toBe(40);
  expect(after.filter((key) => !before.includes(key))).toHaveLength(1);
});

test('the edited row keeps its slot wherever it is', () => {
  expect(slotKey(7, 32, 7)).toBe('edited');
});
