import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Sight } from './timeline-layout.ts';

/** Drawn again only when the box has been scrolled so far; as much is drawn beyond its edges. */
const step = { x: 240, y: 160 };

/** The part of the box's content that is drawn. */
export function useSight(box: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState<Sight>({ left: 0, right: 0, top: 0, bottom: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => {
      const next = sightOf(element);
      setSight((now) => (isSame(now, next) ? now : next));
    };
    // Bars must be there in the frame that shows the place scrolled to.
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

function sightOf({ scrollLeft, scrollTop, clientWidth, clientHeight }: HTMLElement): Sight {
  const left = (Math.floor(scrollLeft / step.x) - 1) * step.x;
  const top = (Math.floor(scrollTop / step.y) - 1) * step.y;
  return {
    left,
    top,
    right: left + (Math.ceil(clientWidth / step.x) + 3) * step.x,
    bottom: top + (Math.ceil(clientHeight / step.y) + 3) * step.y,
  };
}

function isSame(a: Sight, b: Sight): boolean {
  return a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;
}
