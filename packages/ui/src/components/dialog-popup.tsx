import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { classNames } from '../class-names.ts';
import { OverlayPlaceContext } from '../overlay-place.ts';
import { useUiMessages } from '../ui-messages.tsx';
import type { DialogProps } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';

const widths = { narrow: 'sm:max-w-sm', normal: 'sm:max-w-lg', wide: 'sm:max-w-2xl' } as const;

export function DialogPopup(props: DialogProps) {
  const { open, onOpenChange, title, description, children, footer, width = 'normal' } = props;
  const messages = useUiMessages();
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <OverlayPlaceContext value={undefined}>
        <Base.Portal>
          <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Base.Viewport className="fixed inset-0 z-40 grid items-end justify-items-center overflow-hidden sm:items-start sm:pt-[12vh]">
            <Base.Popup
              className={classNames(
                'popup relative flex max-h-[88dvh] w-full flex-col rounded-b-none outline-none sm:max-h-[76vh] sm:rounded-md',
                widths[width],
              )}
            >
              <header className="px-5 pt-4 pr-12 pb-3">
                <div className="min-w-0 flex-1">
                  <Base.Title className="text-title font-semibold">{title}</Base.Title>
                  {description !== undefined && (
                    <Base.Description className="text-ui text-muted">{description}</Base.Description>
                  )}
                </div>
              </header>
              <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
              {footer !== undefined && (
                <footer className="flex justify-end gap-2 border-t px-5 py-3">{footer}</footer>
              )}
              <Base.Close
                render={
                  <IconButton
                    label={messages.close}
                    icon={<X size={16} />}
                    size="small"
                    className="absolute! top-4 right-4"
                  />
                }
              />
            </Base.Popup>
          </Base.Viewport>
        </Base.Portal>
      </OverlayPlaceContext>
    </Base.Root>
  );
}
