import type { ListColumn } from '../../data/list-model.ts';

export const gutterWidth = 36;
export const narrowestColumn = 64;
const widestColumn = 800;

export interface ColumnLayout {
  readonly columns: readonly ListColumn[];
  readonly widths: readonly number[];
  /** Left edge of each column, the gutter for the check boxes included. */
  readonly offsets: readonly number[];
  readonly totalWidth: number;
}

/** `draft` is the width of a column that is being dragged right now. */
export function layoutColumns(
  columns: readonly ListColumn[],
  draft: { readonly id: string; readonly width: number } | undefined,
): ColumnLayout {
  const widths = columns.map((column) => (column.id === draft?.id ? draft.width : column.width));
  const offsets: number[] = [];
  let left = gutterWidth;
  for (const width of widths) {
    offsets.push(left);
    left += width;
  }
  return { columns, widths, offsets, totalWidth: left };
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width)));
}

/** The columns to draw, from `first` up to and without `end`. The first column is always drawn and not counted here. */
export interface ColumnWindow {
  readonly first: number;
  readonly end: number;
}

export function visibleColumns(layout: ColumnLayout, scrollLeft: number, viewWidth: number): ColumnWindow {
  const { offsets, widths } = layout;
  let first = 1;
  while (
    first < offsets.length - 1 &&
    (offsets[first] ?? 0) + (widths[first] ?? 0) < scrollLeft + (offsets[1] ?? 0)
  ) {
    first += 1;
  }
  let end = first;
  while (end < offsets.length && (offsets[end] ?? 0) < scrollLeft + viewWidth) end += 1;
  return { first: Math.min(first, offsets.length), end };
}
