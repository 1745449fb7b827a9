import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ColumnWindow, Sight } from './column-layout.ts';

/** Follows sideways scrolling and resizing, and draws again only when other columns come into sight. */
export function useColumnWindow(
  grid: RefObject<HTMLElement | null>,
  windowAt: (sight: Sight) => ColumnWindow,
): ColumnWindow {
  const [seen, setSeen] = useState<Sight>({ left: 0, width: 1280 });
  const compute = useRef(windowAt);
  const measured = useRef(seen);
  const now = windowAt(seen);
  const settle = useCallback(() => {
    const latest = measured.current;
    setSeen((before) => (isSame(compute.current(before), compute.current(latest)) ? before : latest));
  }, []);
  // Columns that are added come into sight without anybody scrolling.
  useLayoutEffect(() => {
    compute.current = windowAt;
    settle();
  });
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return undefined;
    function look() {
      if (element === null) return;
      measured.current = { left: element.scrollLeft, width: element.clientWidth };
      settle();
    }
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [grid, settle]);
  return now;
}

function isSame(one: ColumnWindow, other: ColumnWindow): boolean {
  return one.frozen === other.frozen && one.first === other.first && one.end === other.end;
}
