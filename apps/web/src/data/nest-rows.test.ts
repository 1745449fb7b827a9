import { expect, test } from 'vitest';
import { nestRows } from './nest-rows.ts';
import { isContext, isFolded, isParent } from './nested-rows.ts';

/** Each row behind one dash a level, with `~` for context, `+` for folded. */
function draw(
  shown: readonly number[],
  parents: readonly number[],
  folded: readonly number[] = [],
): string[] {
  const { rows, depths, marks } = nestRows(Int32Array.from(shown), Int32Array.from(parents), (row) =>
    folded.includes(row),
  );
  return Array.from(rows, (row, at) => {
    const mark = marks[at] ?? 0;
    const look = `${(mark & isContext) > 0 ? '~' : ''}${(mark & isFolded) > 0 ? '+' : ''}`;
    return `${'-'.repeat(depths[at] ?? 0)}${row}${look}`;
  });
}

test('children stand under their parents, siblings in the order of the view', () => {
  expect(draw([3, 0, 2, 1, 4], [-1, 0, 0, -1, 2])).toEqual(['3', '0', '-2', '--4', '-1']);
});

test('a parent outside the view comes as context where its first child would stand', () => {
  expect(draw([4, 1, 2, 3], [-1, 0, 5, 0, -1, 0])).toEqual(['4', '0~', '-1', '-5~', '--2', '-3']);
});

test('what is folded hides all below it, and comes back as it was', () => {
  const parents = [-1, 0, 1, 0, -1];
  expect(draw([0, 1, 2, 3, 4], parents, [0])).toEqual(['0+', '4']);
  expect(draw([0, 1, 2, 3, 4], parents, [1])).toEqual(['0', '-1+', '-3', '4']);
  expect(draw([0, 1, 2, 3, 4], parents, [3, 4])).toEqual(['0', '-1', '--2', '-3', '4']);
});

test('a loop of parents is shown once, at the top, with what hangs on it', () => {
  expect(draw([0, 1, 2, 3], [1, 0, 0, -1])).toEqual(['3', '0', '-1', '-2']);
  expect(draw([2, 0, 1], [1, 0, 0])).toEqual(['1', '-0', '--2']);
  expect(draw([0], [0])).toEqual(['0']);
  expect(draw([2], [1, 0, 0])).toHaveLength(3);
});

test('two hundred levels, and a chain of a hundred thousand, come in order', () => {
  const chain = Int32Array.from({ length: 100_000 }, (_, row) => row - 1);
  const rows = Int32Array.from({ length: 100_000 }, (_, row) => 99_999 - row);
  const nested = nestRows(rows, chain);
  expect([nested.rows.length, nested.rows[0], nested.depths[99_999], nested.marks[0]]).toEqual([
    100_000,
    0,
    99_999,
    isParent,
  ]);
});
