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

/** The columns to draw: those that stay in sight, up to `frozen`, and those from `first` up to and without `end`. */
export interface ColumnWindow {
  readonly frozen: number;
  readonly first: number;
  readonly end: number;
}

export interface Sight {
  /** Pixels. */
  readonly left: number;
  readonly width: number;
}

/** As much of the width as columns that stay in sight may take; the rest is for those that scroll. */
const mostFrozen = 0.7;

export function visibleColumns(layout: ColumnLayout, { left, width }: Sight, wanted = 1): ColumnWindow {
  const { offsets, widths } = layout;
  const frozen = frozenColumns(layout, width, wanted);
  let first = frozen;
  while (
    first < offsets.length - 1 &&
    (offsets[first] ?? 0) + (widths[first] ?? 0) < left + (offsets[frozen] ?? 0)
  ) {
    first += 1;
  }
  let end = first;
  while (end < offsets.length && (offsets[end] ?? 0) < left + width) end += 1;
  return { frozen, first: Math.min(first, offsets.length), end };
}

/** The first column always; of the others as many as leave room for what scrolls. */
function frozenColumns(layout: ColumnLayout, width: number, wanted: number): number {
  let frozen = Math.min(wanted, layout.columns.length);
  while (frozen > 1 && frozenWidth(layout, frozen) > width * mostFrozen) frozen -= 1;
  return frozen;
}

/** Pixels from the left edge to the end of the columns that stay in sight. */
export function frozenWidth({ offsets, widths }: ColumnLayout, frozen: number): number {
  const last = Math.max(0, frozen - 1);
  return (offsets[last] ?? gutterWidth) + (widths[last] ?? 0);
}
