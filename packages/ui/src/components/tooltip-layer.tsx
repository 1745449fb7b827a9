import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useRef, useState } from 'react';
import { ShortcutKeys } from './kbd.tsx';

const showDelay = 400;
/** Moving from one tipped element to the next within this time shows the next tip at once. */
const warmTime = 300;

interface Tip {
  readonly anchor: Element;
  readonly text: string;
  readonly keys: string | undefined;
}

/** The one tooltip of the page. Mount once; elements ask for it with `tooltipProps`. */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip>();
  const [open, setOpen] = useState(false);
  const closedAt = useRef(0);
  useEffect(() => {
    let timer: number | undefined;
    let current: Element | null = null;
    function hide() {
      window.clearTimeout(timer);
      if (current !== null) closedAt.current = performance.now();
      current = null;
      setOpen(false);
    }
    function show(anchor: Element) {
      current = anchor;
      setTip(readTip(anchor));
      setOpen(true);
    }
    function enter(event: Event) {
      const anchor = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
      if (anchor === current) return;
      hide();
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

  return (
    <Tooltip.Root open={open} onOpenChange={setOpen} disableHoverablePopup>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={tip?.anchor ?? null} sideOffset={6} className="z-60">
          <Tooltip.Popup className="popup flex max-w-80 items-center gap-2 px-2 py-1 text-small">
            <span className="min-w-0 break-words">{tip?.text}</span>
            {tip?.keys !== undefined && <ShortcutKeys keys={tip.keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

function readTip(anchor: Element): Tip {
  return {
    anchor,
    text: anchor.getAttribute('data-tip') ?? '',
    keys: anchor.getAttribute('data-tip-keys') ?? undefined,
  };
}
