import { useSight, type SightReader } from '@throughline/ui';
import { useMemo, type RefObject } from 'react';
import { rowsInSight, type RowWindow, type ScrollPlace } from './row-window.ts';

/** Follows scrolling and resizing, and draws again only when other rows come near. */
export function useRowWindow(
  grid: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const reader = useMemo(() => placeReader(rowHeight), [rowHeight]);
  return rowsInSight(useSight(grid, reader), rowHeight, count);
}

function placeReader(rowHeight: number): SightReader<ScrollPlace> {
  const windowAt = (place: ScrollPlace): RowWindow => rowsInSight(place, rowHeight, Infinity);
  return {
    start: { top: 0, height: 800 },
    read: ({ scrollTop, clientHeight }) => ({ top: scrollTop, height: clientHeight }),
    isSame: (a, b) => {
      const [before, now] = [windowAt(a), windowAt(b)];
      return before.first === now.first && before.end === now.end;
    },
  };
}
