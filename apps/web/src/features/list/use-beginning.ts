import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { ListModel } from '../../data/list-model.ts';

/** Scrolls to the first row when other records, another order or other groups are listed. */
export function useBeginning(grid: RefObject<HTMLElement | null>, model: ListModel): void {
  const arrangement = model.arrangement?.();
  const shown = useRef(arrangement);
  useLayoutEffect(() => {
    if (shown.current === arrangement) return;
    shown.current = arrangement;
    grid.current?.scrollTo({ top: 0 });
  }, [grid, arrangement]);
}
