import { Menu } from '@base-ui/react/menu';
import { Check, ChevronRight } from 'lucide-react';
import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { ShortcutKeys } from '../components/kbd.tsx';
import { useOverlayPlace } from '../overlay-place.ts';
import type { MenuAction, MenuCheck, MenuEntry, MenuSubmenu } from './menu-entry.ts';

const row =
  'flex min-h-8 items-center gap-2 rounded-sm px-2 text-ui outline-none data-disabled:opacity-50 data-highlighted:bg-hover data-popup-open:bg-hover';

export function MenuEntries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry) => {
    switch (entry.kind) {
      case 'action':
        return <ActionItem key={entry.id} entry={entry} />;
      case 'check':
        return <CheckItem key={entry.id} entry={entry} />;
      case 'group':
        return (
          <Menu.Group key={entry.id}>
            <Menu.GroupLabel className="px-2 pt-2 pb-1 text-tiny font-medium text-faint">
              {entry.label}
            </Menu.GroupLabel>
            <MenuEntries entries={entry.entries} />
          </Menu.Group>
        );
      case 'submenu':
        return <SubmenuItem key={entry.id} entry={entry} />;
      case 'separator':
        return <Menu.Separator key={entry.id} className="-mx-1 my-1 h-px bg-line" />;
    }
    return entry satisfies never;
  });
}

function ActionItem({ entry }: { readonly entry: MenuAction }) {
  return (
    <Menu.Item
      onClick={entry.onSelect}
      disabled={entry.disabled ?? false}
      className={classNames(row, entry.danger === true && 'text-danger')}
    >
      <Icon>{entry.icon}</Icon>
      <span className="flex-1 truncate">{entry.label}</span>
      {entry.shortcut !== undefined && <ShortcutKeys keys={entry.shortcut} />}
    </Menu.Item>
  );
}

function CheckItem({ entry }: { readonly entry: MenuCheck }) {
  return (
    <Menu.CheckboxItem checked={entry.checked} onCheckedChange={entry.onChange} className={row}>
      <Icon>{entry.icon}</Icon>
      <span className="flex-1 truncate">{entry.label}</span>
      <Menu.CheckboxItemIndicator className="text-accent-text">
        <Check size={14} />
      </Menu.CheckboxItemIndicator>
    </Menu.CheckboxItem>
  );
}

function SubmenuItem({ entry }: { readonly entry: MenuSubmenu }) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={row}>
        <Icon>{entry.icon}</Icon>
        <span className="flex-1 truncate">{entry.label}</span>
        <ChevronRight size={14} className="text-faint" />
      </Menu.SubmenuTrigger>
      <MenuPopup>
        <MenuEntries entries={entry.entries} />
      </MenuPopup>
    </Menu.SubmenuRoot>
  );
}

function Icon({ children }: { readonly children: ReactNode }) {
  if (children === undefined) return null;
  return <span className="grid w-4 shrink-0 place-items-center text-muted">{children}</span>;
}

export interface MenuPopupProps {
  /** Tab leaves a menu by closing it. A submenu leaves that to the menu it belongs to. */
  readonly onLeave?: () => void;
  readonly children: ReactNode;
  readonly anchor?: Element | { getBoundingClientRect: () => DOMRect } | undefined;
  readonly align?: 'start' | 'center' | 'end';
}

export function MenuPopup({ children, anchor, align = 'start', onLeave }: MenuPopupProps) {
  const place = useOverlayPlace();
  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Tab' || onLeave === undefined) return;
    event.preventDefault();
    onLeave();
  }
  return (
    <Menu.Portal {...place}>
      <Menu.Positioner anchor={anchor} align={align} sideOffset={4} className="z-50 outline-none">
        <Menu.Popup
          onKeyDown={handleKey}
          className="popup max-h-(--available-height) max-w-80 min-w-44 overflow-y-auto p-1 outline-none"
        >
          <GuardsOutOfOrder />
          {children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}

/**
 * The library puts hidden stops around a popup that Tab would run into. Tab closes a menu, so nobody is to reach
 * them, and what is hidden from screen readers must not take the focus.
 */
function GuardsOutOfOrder() {
  useEffect(() => {
    // Some of them are drawn after the menu.
    const timer = setTimeout(() => {
      for (const guard of document.querySelectorAll('[data-base-ui-focus-guard][aria-hidden]'))
        guard.setAttribute('tabindex', '-1');
    });
    return () => clearTimeout(timer);
  });
  return null;
}
