import { Drawer as Base } from '@base-ui/react/drawer';
import { classNames } from '../class-names.ts';
import { OverlayPlaceContext } from '../overlay-place.ts';
import type { DrawerProps } from './drawer.tsx';

const sides = {
  left: 'inset-y-0 left-0 w-72 max-w-[85vw] data-starting-style:-translate-x-full data-ending-style:-translate-x-full',
  bottom:
    'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg pb-[env(safe-area-inset-bottom)] data-starting-style:translate-y-full data-ending-style:translate-y-full',
} as const;

export function DrawerPopup({ open, onOpenChange, title, side, children }: DrawerProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} swipeDirection={side === 'left' ? 'left' : 'down'}>
      <OverlayPlaceContext value={undefined}>
        <Base.Portal>
          <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Base.Viewport className="fixed inset-0 z-40">
            <Base.Popup
              className={classNames(
                'absolute translate-x-(--drawer-swipe-movement-x) translate-y-(--drawer-swipe-movement-y) overflow-y-auto bg-sunken shadow-popup transition-transform outline-none data-swiping:transition-none',
                sides[side],
              )}
            >
              <Base.Title className="sr-only">{title}</Base.Title>
              <Base.Content>{children}</Base.Content>
            </Base.Popup>
          </Base.Viewport>
        </Base.Portal>
      </OverlayPlaceContext>
    </Base.Root>
  );
}
