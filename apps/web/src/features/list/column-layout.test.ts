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
  expect(visibleColumns(layout, { left: 0, width: 500 })).toEqual({ frozen: 1, first: 1, end: 5 });
  expect(visibleColumns(layout, { left: 1000, width: 500 })).toEqual({ frozen: 1, first: 10, end: 15 });
  expect(visibleColumns(layout, { left: 99_999, width: 500 }).end).toBeLessThanOrEqual(30);
});

test('columns that stay in sight are drawn wherever the list is scrolled to, and leave room for others', () => {
  const layout = layoutColumns(buildColumns(30), undefined);
  expect(visibleColumns(layout, { left: 1000, width: 600 }, 3)).toEqual({ frozen: 3, first: 12, end: 16 });
  expect(visibleColumns(layout, { left: 0, width: 600 }, 20)).toEqual({ frozen: 3, first: 3, end: 6 });
});

test('a list of one column draws no others', () => {
  const one = layoutColumns(buildColumns(1), undefined);
  expect(visibleColumns(one, { left: 0, width: 500 })).toEqual({ frozen: 1, first: 1, end: 1 });
});

test('no column vanishes or swallows the page', () => {
  expect([clampWidth(3), clampWidth(120.4), clampWidth(9000)]).toEqual([64, 120, 800]);
});
