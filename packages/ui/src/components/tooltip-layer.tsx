import { useEffect, useRef, useState } from 'react';
import { lazyWhenOpen } from '../lazy-component.tsx';
import type { Tip, TooltipPopupProps } from './tooltip-popup.tsx';

const TooltipPopup = lazyWhenOpen<TooltipPopupProps>(
  async () => (await import('./tooltip-popup.tsx')).TooltipPopup,
);

const showDelay = 400;
/** Moving from one tipped element to the next within this time shows the next tip at once. */
const warmTime = 300;

/** The one tooltip of the page. Mount once; elements ask for it with `tooltipProps`. */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip>();
  const [open, setOpen] = useState(false);
  const closedAt = useRef(0);
  useEffect(() => {
    let timer: number | undefined;
    let current: Element | null = null;
    let isOpen = false;
    function hide() {
      window.clearTimeout(timer);
      current = null;
      if (!isOpen) return;
      isOpen = false;
      closedAt.current = performance.now();
      setOpen(false);
    }
    function show(anchor: Element) {
      // Only now, at rest: asking for sizes while the page scrolls past the pointer would lay it out each time.
      if (!anchor.hasAttribute('data-tip') && !isCut(anchor)) return;
      isOpen = true;
      setTip(readTip(anchor));
      setOpen(true);
    }
    function enter(event: Event) {
      const anchor = event.target instanceof Element ? findTipped(event.target) : null;
      if (anchor === current) return;
      hide();
      current = anchor;
      if (anchor === null || (event.type === 'focusin' && !anchor.matches(':focus-visible'))) return;
      const warm = performance.now() - closedAt.current < warmTime;
      timer = window.setTimeout(show, warm ? 0 : showDelay, anchor);
    }
    function escape(event: KeyboardEvent) {
      if (event.key === 'Escape') hide();
    }
    const options = { capture: true, passive: true } as const;
    document.addEventListener('pointerover', enter, options);
    document.addEventListener('focusin', enter, options);
    document.addEventListener('pointerdown', hide, options);
    document.addEventListener('scroll', hide, options);
    document.addEventListener('keydown', escape, options);
    return () => {
      hide();
      document.removeEventListener('pointerover', enter, options);
      document.removeEventListener('focusin', enter, options);
      document.removeEventListener('pointerdown', hide, options);
      document.removeEventListener('scroll', hide, options);
      document.removeEventListener('keydown', escape, options);
    };
  }, []);

  return <TooltipPopup open={open} onOpenChange={setOpen} tip={tip} />;
}

/** What carries a tip, or a cell marked `data-tip-cut`, which has one while its text does not fit. */
function findTipped(target: Element): Element | null {
  return target.closest('[data-tip], [data-tip-cut]');
}

function isCut(cell: Element): boolean {
  const parts = [cell, ...cell.querySelectorAll('.truncate')];
  return parts.some((part) => part.scrollWidth > part.clientWidth);
}

function readTip(anchor: Element): Tip {
  return {
    anchor,
    text: anchor.getAttribute('data-tip') ?? anchor.textContent,
    keys: anchor.getAttribute('data-tip-keys') ?? undefined,
  };
}
