import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { lazyWhenOpen } from '../lazy-component.tsx';
import type { MenuEntry } from './menu-entry.ts';
import type { AnchoredMenuProps } from './menu-root.tsx';

const AnchoredMenu = lazyWhenOpen<AnchoredMenuProps>(
  async () => (await import('./menu-root.tsx')).AnchoredMenu,
);

/** Where a menu opens: at an element, or at the pointer. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number };

export type OpenMenu = (anchor: MenuAnchor, entries: readonly MenuEntry[]) => void;

const MenuLayerContext = createContext<OpenMenu>(() => undefined);

/** Opens the page's shared menu: for rows, cards, cells and right clicks. Focus returns to where it was. */
export function useMenuLayer(): OpenMenu {
  return useContext(MenuLayerContext);
}

interface OpenedMenu {
  readonly anchor: Element | { getBoundingClientRect: () => DOMRect };
  readonly entries: readonly MenuEntry[];
}

/** Mount once around the page. */
export function MenuLayer({ children }: { readonly children: ReactNode }) {
  const [menu, setMenu] = useState<OpenedMenu>();
  const [open, setOpen] = useState(false);
  const returnTo = useRef<Element>(null);
  const openMenu = useCallback<OpenMenu>((anchor, entries) => {
    returnTo.current = document.activeElement;
    setMenu({ anchor: anchor instanceof Element ? anchor : pointAnchor(anchor), entries });
    setOpen(true);
  }, []);

  function returnFocus() {
    if (!(returnTo.current instanceof HTMLElement)) return;
    if (document.activeElement === document.body) returnTo.current.focus({ preventScroll: true });
  }

  return (
    <MenuLayerContext value={openMenu}>
      {children}
      <AnchoredMenu
        open={open}
        onOpenChange={setOpen}
        onClosed={returnFocus}
        anchor={menu?.anchor}
        entries={menu?.entries ?? []}
      />
    </MenuLayerContext>
  );
}

function pointAnchor({ x, y }: { readonly x: number; readonly y: number }) {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}
