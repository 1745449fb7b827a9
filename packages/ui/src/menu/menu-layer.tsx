import { Menu } from '@base-ui/react/menu';
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { MenuEntries, MenuPopup } from './menu-entries.tsx';
import type { MenuEntry } from './menu-entry.ts';

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

  function finish(stillOpen: boolean) {
    if (stillOpen || !(returnTo.current instanceof HTMLElement)) return;
    if (document.activeElement === document.body) returnTo.current.focus({ preventScroll: true });
  }

  return (
    <MenuLayerContext value={openMenu}>
      {children}
      <Menu.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={finish} modal={false}>
        <MenuPopup anchor={menu?.anchor}>{menu && <MenuEntries entries={menu.entries} />}</MenuPopup>
      </Menu.Root>
    </MenuLayerContext>
  );
}

function pointAnchor({ x, y }: { readonly x: number; readonly y: number }) {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}
