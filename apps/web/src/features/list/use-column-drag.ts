import { useEffect, useRef, useState, type RefObject } from 'react';
import type { DropSide } from '../../drag/closest-edge.ts';

const afterFirstSightMs = 500;

export interface ColumnDrag {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Where the dragged column would go, seen from this one. */
  readonly dropSide: DropSide | undefined;
  readonly isDragged: boolean;
}

/** Headers are dragged along their row. The first column stays where it is. The code comes after the first sight. */
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
    let stop: (() => void) | undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      import('./column-drag.ts').then(
        ({ dragColumn }) => {
          if (isGone) return;
          stop = dragColumn({
            element,
            columnId,
            at,
            onDragged: setDragged,
            onDropSide: setDropSide,
            move: (id, to) => move.current(id, to),
          });
        },
        () => {
          // Offline with a new version on the server: columns are moved from their menus.
        },
      );
    }, afterFirstSightMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [columnId, at]);
  return { ref, dropSide, isDragged };
}
