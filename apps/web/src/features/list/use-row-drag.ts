import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';
import { closestSide, type DropSide } from '../../drag/closest-edge.ts';

const rowDragType = 'list-row';

/** Puts a dragged record on one side of another. */
export type MoveRow = (id: string, target: string, side: DropSide) => void;

export function isRowDrag(data: Record<string | symbol, unknown>): boolean {
  return data['type'] === rowDragType;
}

/** Makes a row draggable by its handle; undefined `move` leaves it where it is. */
export function useRowDrag(
  row: RefObject<HTMLElement | null>,
  id: string,
  move: MoveRow | undefined,
): DropSide | undefined {
  const [side, setSide] = useState<DropSide>();
  useEffect(() => {
    const element = row.current;
    if (element === null || move === undefined) return undefined;
    const handle = element.querySelector('[data-handle]') ?? undefined;
    const sideOf = (input: Parameters<typeof closestSide>[1]) =>
      closestSide(element.getBoundingClientRect(), input, 'y');
    return combine(
      draggable({
        element,
        ...(handle && { dragHandle: handle }),
        getInitialData: () => ({ type: rowDragType, id }),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => isRowDrag(source.data) && source.data['id'] !== id,
        onDrag: ({ location }) => setSide(sideOf(location.current.input)),
        onDragLeave: () => setSide(undefined),
        onDrop: ({ source, location }) => {
          setSide(undefined);
          move(String(source.data['id']), id, sideOf(location.current.input));
        },
      }),
    );
  }, [row, id, move]);
  return side;
}
