import { expect, test } from 'vitest';
import { clampWidth, layoutColumns, visibleColumns } from './column-layout.ts';
import type { ListColumn } from '../../data/list-model.ts';

function buildColumns(count: number): readonly ListColumn[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    name: `Column ${index}`,
    field: { name: `Column ${index}`, type: 'text' as const },
    width: 100,
  }));
}

test('columns stand behind one another, the dragged one with its draft width', () => {
  const layout = layoutColumns(buildColumns(3), { id: 'c1', width: 150 });
  expect([layout.offsets, layout.totalWidth]).toEqual([[36, 136, 286], 386]);
});

test('only columns in sight are drawn', () => {
  const layout = layoutColumns(buildColumns(30), undefined);
  expect(visibleColumns(layout, 0, 500)).toEqual({ first: 1, end: 5 });
  expect(visibleColumns(layout, 1000, 500)).toEqual({ first: 10, end: 15 });
  expect(visibleColumns(layout, 99_999, 500).end).toBeLessThanOrEqual(30);
});

test('a list of one column draws no others', () => {
  expect(visibleColumns(layoutColumns(buildColumns(1), undefined), 0, 500)).toEqual({ first: 1, end: 1 });
});

test('no column vanishes or swallows the page', () => {
  expect([clampWidth(3), clampWidth(120.4), clampWidth(9000)]).toEqual([64, 120, 800]);
});
