import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { closestSide, moveTarget, type DropSide } from '../../drag/closest-edge.ts';

const columnDragType = 'list-column';

export interface DraggedColumn {
  readonly element: HTMLElement;
  readonly columnId: string;
  readonly at: number;
  readonly onDragged: (isDragged: boolean) => void;
  /** Where the dragged column would go, seen from this one. */
  readonly onDropSide: (side: DropSide | undefined) => void;
  readonly move: (columnId: string, to: number) => void;
}

/** Makes a heading draggable, and a place beside which others are dropped. Returns the way to stop. */
export function dragColumn({ element, columnId, at, ...on }: DraggedColumn): () => void {
  return combine(
    draggable({
      element,
      getInitialData: () => ({ type: columnDragType, columnId, at }),
      onDragStart: () => on.onDragged(true),
      onDrop: () => on.onDragged(false),
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['type'] === columnDragType,
      onDrag: ({ source, location }) => {
        const side = closestSide(element.getBoundingClientRect(), location.current.input, 'x');
        const to = moveTarget(Number(source.data['at']), at, side);
        on.onDropSide(to === undefined ? undefined : side);
      },
      onDragLeave: () => on.onDropSide(undefined),
      onDrop: ({ source, location }) => {
        on.onDropSide(undefined);
        const side = closestSide(element.getBoundingClientRect(), location.current.input, 'x');
        const to = moveTarget(Number(source.data['at']), at, side);
        if (to !== undefined) on.move(String(source.data['columnId']), to);
      },
    }),
  );
}
