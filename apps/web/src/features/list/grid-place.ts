/** Where presses on the grid fall, and how far it scrolls to bring a cell into sight. */
import type { MouseEvent } from 'react';
import { frozenWidth, type ColumnLayout } from './column-layout.ts';
import { placeForRow, type Cover } from './row-window.ts';

/** What was pressed, in rows and columns. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
  readonly isSelect: boolean;
  readonly isLink: boolean;
  readonly isFold: boolean;
}

export function placeOf(target: EventTarget): GridPlace | undefined {
  if (!(target instanceof Element)) return undefined;
  const row = target.closest('[data-row]')?.getAttribute('data-row');
  if (row === null || row === undefined) return undefined;
  return {
    row: Number(row),
    column: Number(target.closest('[data-column]')?.getAttribute('data-column') ?? 0),
    isSelect: target.closest('[data-select]') !== null,
    isLink: target.closest('a') !== null,
    isFold: target.closest('[data-fold]') !== null,
  };
}

/** A press on a cell leaves the focus with the grid; a press in an editor goes to the editor. */
export function keepFocusOnGrid(event: MouseEvent<HTMLDivElement>): void {
  if (placeOf(event.target) === undefined) return;
  if (
    event.target instanceof Element &&
    event.target.closest('input:not([data-select]), button, textarea') !== null
  )
    return;
  if (event.shiftKey) event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
}

export interface RowTarget {
  readonly index: number;
  readonly rowHeight: number;
  readonly cover: Cover;
}

export function scrollToRow(grid: HTMLElement | null, target: RowTarget): void {
  if (grid === null) return;
  const top = placeForRow(target, { top: grid.scrollTop, height: grid.clientHeight });
  if (top !== grid.scrollTop) grid.scrollTop = top;
}

/** Brings a column out from under those that stay in place while the others scroll. */
export function scrollToColumn(
  grid: HTMLElement | null,
  layout: ColumnLayout,
  { column, frozen }: { readonly column: number; readonly frozen: number },
): void {
  if (grid === null || column < frozen) return;
  const left = layout.offsets[column] ?? 0;
  const right = left + (layout.widths[column] ?? 0);
  const covered = frozenWidth(layout, frozen);
  if (left - grid.scrollLeft < covered) grid.scrollLeft = left - covered;
  else if (right - grid.scrollLeft > grid.clientWidth) grid.scrollLeft = right - grid.clientWidth;
}
