import type { ReactNode } from 'react';

/** A menu is data, so that one menu root can serve every row of a list. */
export type MenuEntry = MenuAction | MenuCheck | MenuGroup | MenuSubmenu | MenuSeparator;

export interface MenuAction {
  readonly kind: 'action';
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

export interface MenuCheck {
  readonly kind: 'check';
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly checked: boolean;
  /** The menu stays open for further choices. */
  readonly onChange: (checked: boolean) => void;
}

export interface MenuGroup {
  readonly kind: 'group';
  readonly id: string;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuSubmenu {
  readonly kind: 'submenu';
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly entries: readonly MenuEntry[];
}

export interface MenuSeparator {
  readonly kind: 'separator';
  readonly id: string;
}
