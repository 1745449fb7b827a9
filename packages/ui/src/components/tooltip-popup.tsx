import { Tooltip } from '@base-ui/react/tooltip';
import { useOverlayPlace } from '../overlay-place.ts';
import { ShortcutKeys } from './kbd.tsx';

export interface Tip {
  readonly anchor: Element;
  readonly text: string;
  readonly keys: string | undefined;
}

export interface TooltipPopupProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly tip: Tip | undefined;
}

export function TooltipPopup({ open, onOpenChange, tip }: TooltipPopupProps) {
  const place = useOverlayPlace();
  return (
    <Tooltip.Root open={open} onOpenChange={onOpenChange} disableHoverablePopup>
      <Tooltip.Portal {...place}>
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
