import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { closestSide, moveTarget, type DropSide } from '../../drag/closest-edge.ts';

export const columnDragType = 'list-column';

export interface ColumnDrag {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Where the dragged column would go, seen from this one. */
  readonly dropSide: DropSide | undefined;
  readonly isDragged: boolean;
}

/** Headers are dragged along their row. The first column stays where it is. */
export function useColumnDrag(
  columnId: string,
  at: number,
  onMove: (columnId: string, to: number) => void,
): ColumnDrag {
  const ref = useRef<HTMLDivElement>(null);
  const move = useRef(onMove);
  const [dropSide, setDropSide] = useState<DropSide>();
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    move.current = onMove;
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null || at === 0) return undefined;
    return combine(
      draggable({
        element,
        getInitialData: () => ({ type: columnDragType, columnId, at }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['type'] === columnDragType,
        onDrag: ({ source, location }) => {
          const side = closestSide(element.getBoundingClientRect(), location.current.input, 'x');
          setDropSide(moveTarget(Number(source.data['at']), at, side) === undefined ? undefined : side);
        },
        onDragLeave: () => setDropSide(undefined),
        onDrop: ({ source, location }) => {
          setDropSide(undefined);
          const side = closestSide(element.getBoundingClientRect(), location.current.input, 'x');
          const to = moveTarget(Number(source.data['at']), at, side);
          if (to !== undefined) move.current(String(source.data['columnId']), to);
        },
      }),
    );
  }, [columnId, at]);
  return { ref, dropSide, isDragged };
}
