import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

export interface SightReader<Sight> {
  /** Until the box is there. */
  readonly start: Sight;
  readonly read: (box: HTMLElement) => Sight;
  readonly isSame: (a: Sight, b: Sight) => boolean;
}

/**
 * What of a box that scrolls is drawn: read anew at each scroll and change of its size, and drawn again only where it
 * is not the same. Keep the reader the same object.
 */
export function useSight<Sight>(box: RefObject<HTMLElement | null>, reader: SightReader<Sight>): Sight {
  const [sight, setSight] = useState(reader.start);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const { start, read, isSame } = reader;
    let known = start;
    const look = (): void => {
      const next = read(element);
      if (isSame(known, next)) return;
      known = next;
      setSight(next);
    };
    // What is drawn must be there in the frame that shows the place scrolled to.
    const scrolled = (): void => flushSync(look);
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [box, reader]);
  return sight;
}

export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** In pixels: what can be seen and a little around it, drawn again once the box was scrolled by a step. */
export function makeSidesReader(step: { readonly x: number; readonly y: number }): SightReader<Sides> {
  return {
    start: { left: 0, right: 0, top: 0, bottom: 0 },
    read: ({ scrollLeft, scrollTop, clientWidth, clientHeight }) => {
      const left = (Math.floor(scrollLeft / step.x) - 1) * step.x;
      const top = (Math.floor(scrollTop / step.y) - 1) * step.y;
      return {
        left,
        top,
        right: left + (Math.ceil(clientWidth / step.x) + 3) * step.x,
        bottom: top + (Math.ceil(clientHeight / step.y) + 3) * step.y,
      };
    },
    isSame: (a, b) => a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom,
  };
}
