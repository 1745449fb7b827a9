import { cloneElement, useState, type ComponentPropsWithoutRef, type ReactElement } from 'react';
import { LazyContent, makeLazyComponent } from '../lazy-component.tsx';
import type { MenuEntry } from './menu-entry.ts';

export interface MenuProps {
  /** A Button or IconButton; the menu opens below it. */
  readonly trigger: ReactElement<ComponentPropsWithoutRef<'button'>>;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
}

const triggerMenu = makeLazyComponent<MenuProps>(async () => (await import('./menu-root.tsx')).TriggerMenu, {
  preload: true,
});

/** A menu on a button of its own. In rows and cards use `useMenuLayer`: one root for all of them. */
export function Menu(props: MenuProps) {
  const [isWanted, setWanted] = useState(false);
  const trigger = cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setWanted(true),
  });
  return <LazyContent lazy={triggerMenu} isWanted={isWanted} componentProps={props} fallback={trigger} />;
}
