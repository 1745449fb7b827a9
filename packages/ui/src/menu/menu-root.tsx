import { Menu as Base } from '@base-ui/react/menu';
import { useState } from 'react';
import { MenuEntries, MenuPopup, type MenuPopupProps } from './menu-entries.tsx';
import type { MenuEntry } from './menu-entry.ts';
import type { MenuProps } from './menu.tsx';

/** The menu of a button, open from the start: it is loaded when it is first asked for. */
export function TriggerMenu({ trigger, entries, align = 'start' }: MenuProps) {
  const [open, setOpen] = useState(true);
  return (
    <Base.Root modal={false} open={open} onOpenChange={setOpen}>
      <Base.Trigger render={trigger} />
      <MenuPopup align={align} onLeave={() => setOpen(false)}>
        <MenuEntries entries={entries} />
      </MenuPopup>
    </Base.Root>
  );
}

export interface AnchoredMenuProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onClosed: () => void;
  readonly anchor: MenuPopupProps['anchor'];
  readonly entries: readonly MenuEntry[];
}

/** The menu without a button: it opens at an element or a point. */
export function AnchoredMenu({ open, onOpenChange, onClosed, anchor, entries }: AnchoredMenuProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) onClosed();
      }}
      modal={false}
    >
      <MenuPopup anchor={anchor} onLeave={() => onOpenChange(false)}>
        <MenuEntries entries={entries} />
      </MenuPopup>
    </Base.Root>
  );
}
