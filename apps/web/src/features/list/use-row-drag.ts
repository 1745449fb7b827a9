import { useEffect, useRef, useState, type RefObject } from 'react';
import { closestSide } from '../../drag/closest-edge.ts';
import type { RowDrop } from '../../data/list-model.ts';
import { scrollStep } from '../../drag/scroll-step.ts';

const rowData = 'application/x-throughline-row';
/** `dragover` comes about three times less often than frames do. */
const framesPerEvent = 3;

/** Moves the row at `from` to a side of another. */
export type MoveRow = (from: number, to: RowDrop) => void;

/**
 * Rows are dragged by their handles, heard by the grid as a whole: rows that scroll past cost nothing.
 * Undefined `move` leaves them where they are. Answers where the dragged row would go.
 */
export function useRowDrag(
  grid: RefObject<HTMLElement | null>,
  move: MoveRow | undefined,
): RowDrop | undefined {
  const [drop, setDrop] = useState<RowDrop>();
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  const mayMove = move !== undefined;
  useEffect(() => {
    const element = grid.current;
    if (element === null || !mayMove) return undefined;
    return listen(element, setDrop, (from, to) => latest.current?.(from, to));
  }, [grid, mayMove]);
  return drop;
}

function listen(grid: HTMLElement, onDrop: (drop: RowDrop | undefined) => void, move: MoveRow): () => void {
  let from = -1;
  let to: RowDrop | undefined;

  function aim(next: RowDrop | undefined): void {
    if (next?.index === to?.index && next?.side === to?.side) return;
    to = next;
    onDrop(next);
  }
  function start(event: DragEvent): void {
    const row = isHandle(event.target) ? rowOf(event.target) : undefined;
    if (row === undefined || event.dataTransfer === null) return;
    from = row.index;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData(rowData, String(from));
    event.dataTransfer.setDragImage(row.element, 0, row.element.clientHeight / 2);
  }
  function over(event: DragEvent): void {
    if (from < 0) return;
    event.preventDefault();
    const { top, bottom } = grid.getBoundingClientRect();
    grid.scrollTop += framesPerEvent * scrollStep(event.clientY, top, bottom);
    const row = rowOf(event.target);
    if (row === undefined) return;
    const side = row.isGroup ? 'after' : closestSide(row.element.getBoundingClientRect(), event, 'y');
    aim(row.index === from ? undefined : { index: row.index, side });
  }
  function leave(event: DragEvent): void {
    if (!(event.relatedTarget instanceof Node) || !grid.contains(event.relatedTarget)) aim(undefined);
  }
  function drop(event: DragEvent): void {
    if (from < 0) return;
    event.preventDefault();
    if (to !== undefined) move(from, to);
    end();
  }
  function end(): void {
    from = -1;
    aim(undefined);
  }
  grid.addEventListener('dragstart', start);
  grid.addEventListener('dragover', over);
  grid.addEventListener('dragleave', leave);
  grid.addEventListener('drop', drop);
  grid.addEventListener('dragend', end);
  return () => {
    grid.removeEventListener('dragstart', start);
    grid.removeEventListener('dragover', over);
    grid.removeEventListener('dragleave', leave);
    grid.removeEventListener('drop', drop);
    grid.removeEventListener('dragend', end);
  };
}

function isHandle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-handle]') !== null;
}

function rowOf(target: EventTarget | null) {
  const element = target instanceof Element ? target.closest('[data-row]') : null;
  if (element === null) return undefined;
  const index = Number(element.getAttribute('data-row'));
  return { element, index, isGroup: element.hasAttribute('data-group') };
}
