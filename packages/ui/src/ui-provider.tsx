import { CSPProvider } from '@base-ui/react/csp-provider';
import { useState, type ReactNode } from 'react';
import { ToastLayer } from './components/toast-layer.tsx';
import { lazyAfter } from './lazy-component.tsx';
import { MenuLayer } from './menu/menu-layer.tsx';
import { OverlayPlaceContext } from './overlay-place.ts';
import { ShortcutProvider } from './shortcuts/shortcut-provider.tsx';
import { UiMessagesContext, type UiMessages } from './ui-messages.tsx';

const TooltipLayer = lazyAfter(
  ['pointerover', 'focusin'],
  async () => (await import('./components/tooltip-layer.tsx')).TooltipLayer,
);

export interface UiProviderProps {
  readonly messages: UiMessages;
  readonly children: ReactNode;
}

/** Everything the page has one of: tooltip, row menu, toasts, keyboard. Mount once, at the root. */
export function UiProvider({ messages, children }: UiProviderProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <CSPProvider disableStyleElements>
      <UiMessagesContext value={messages}>
        <ShortcutProvider>
          <OverlayPlaceContext value={place}>
            <MenuLayer>{children}</MenuLayer>
            <TooltipLayer />
          </OverlayPlaceContext>
        </ShortcutProvider>
        <ToastLayer />
        <section ref={setPlace} aria-label={messages.overlays} />
      </UiMessagesContext>
    </CSPProvider>
  );
}
