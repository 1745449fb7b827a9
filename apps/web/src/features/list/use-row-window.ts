import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { rowsInSight, type RowWindow, type ScrollPlace } from './row-window.ts';

const start: ScrollPlace = { top: 0, height: 800 };

/** Follows scrolling and resizing, and draws again only when other rows come near. */
export function useRowWindow(
  grid: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const [place, setPlace] = useState(start);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return undefined;
    let known = start;
    function look(): void {
      if (element === null) return;
      const next = { top: element.scrollTop, height: element.clientHeight };
      const [before, now] = [rowsInSight(known, rowHeight, Infinity), rowsInSight(next, rowHeight, Infinity)];
      if (before.first === now.first && before.end === now.end) return;
      known = next;
      setPlace(next);
    }
    // Rows must be there in the frame that shows the place scrolled to.
    const scrolled = (): void => flushSync(look);
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [grid, rowHeight]);
  return rowsInSight(place, rowHeight, count);
}
