import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ColumnWindow, Sight } from './column-layout.ts';

/** Follows sideways scrolling and resizing, and draws again only when other columns come into sight. */
export function useColumnWindow(
  grid: RefObject<HTMLElement | null>,
  windowAt: (sight: Sight) => ColumnWindow,
): ColumnWindow {
  const [seen, setSeen] = useState({ left: 0, width: 1280 });
  const compute = useRef(windowAt);
  const now = windowAt(seen);
  useLayoutEffect(() => {
    compute.current = windowAt;
  });
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return undefined;
    function look() {
      if (element === null) return;
      const next = { left: element.scrollLeft, width: element.clientWidth };
      setSeen((before) => (isSame(compute.current(before), compute.current(next)) ? before : next));
    }
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [grid]);
  return now;
}

function isSame(one: ColumnWindow, other: ColumnWindow): boolean {
  return one.frozen === other.frozen && one.first === other.first && one.end === other.end;
}
