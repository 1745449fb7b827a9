import { Popover as Base } from '@base-ui/react/popover';
import { useOverlayPlace } from '../overlay-place.ts';
import type { PopoverProps } from './popover.tsx';

export function PopoverRoot({ trigger, label, children, open, onOpenChange, align = 'start' }: PopoverProps) {
  const place = useOverlayPlace();
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal {...place}>
        <Base.Positioner sideOffset={4} align={align} className="z-50">
          <Base.Popup
            aria-label={label}
            className="popup max-h-(--available-height) max-w-[calc(100vw-1rem)] overflow-y-auto p-3"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
