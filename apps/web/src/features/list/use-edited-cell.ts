/** What goes along with editing a cell: the focus comes back, rows keep still, other rows rest. */
import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { ListModel } from '../../data/list-model.ts';
import type { CellEdit } from './list-record-row.tsx';

/** The grid has the focus again when an editor closes. After drawing: asking before would lay the page out twice. */
export function useReturnOfFocus(grid: RefObject<HTMLElement | null>, isEditing: boolean): void {
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    if (wasEditing.current && !isEditing) grid.current?.focus({ preventScroll: true });
    wasEditing.current = isEditing;
  }, [grid, isEditing]);
}

export function useHold(model: ListModel, isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return undefined;
    model.hold?.(true);
    return () => model.hold?.(false);
  }, [model, isHeld]);
}

/** The same object while the same cell is edited, so that memoised rows rest. */
export function useStableEdit(
  columnId: string | undefined,
  commands: Omit<CellEdit, 'columnId'>,
): CellEdit | undefined {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  return useMemo(
    () =>
      columnId === undefined
        ? undefined
        : {
            columnId,
            commit: (value) => latest.current.commit(value),
            cancel: () => latest.current.cancel(),
          },
    [columnId],
  );
}
