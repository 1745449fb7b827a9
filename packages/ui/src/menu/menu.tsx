import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { MenuEntries, MenuPopup } from './menu-entries.tsx';
import type { MenuEntry } from './menu-entry.ts';

export interface MenuProps {
  /** A Button or IconButton; the menu opens below it. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
}

/** A menu on a button of its own. In rows and cards use `useMenuLayer`: one root for all of them. */
export function Menu({ trigger, entries, align = 'start' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <MenuPopup align={align}>
        <MenuEntries entries={entries} />
      </MenuPopup>
    </Base.Root>
  );
}
