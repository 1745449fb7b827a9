import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { BoardSight } from './lane-layout.ts';

/** Drawn again only when the board has been scrolled so far. */
const step = 200;
const start: BoardSight = { left: 0, right: 0, top: 0, bottom: 0 };

/** The part of the board that is drawn: what can be seen, and a little around it. */
export function useBoardSight(box: RefObject<HTMLElement | null>): BoardSight {
  const [sight, setSight] = useState(start);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let known = start;
    const look = (): void => {
      const next = sightOf(element);
      const isSame = (['left', 'right', 'top', 'bottom'] as const).every(
        (side) => known[side] === next[side],
      );
      if (isSame) return;
      known = next;
      setSight(next);
    };
    // Cards must be there in the frame that shows the place scrolled to.
    const scrolled = (): void => flushSync(look);
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [box]);
  return sight;
}

function sightOf({ scrollLeft, scrollTop, clientWidth, clientHeight }: HTMLElement): BoardSight {
  const left = (Math.floor(scrollLeft / step) - 1) * step;
  const top = (Math.floor(scrollTop / step) - 1) * step;
  const size = (pixels: number): number => (Math.ceil(pixels / step) + 3) * step;
  return { left, top, right: left + size(clientWidth), bottom: top + size(clientHeight) };
}
