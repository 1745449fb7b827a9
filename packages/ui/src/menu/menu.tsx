import {
  cloneElement,
  lazy,
  Suspense,
  useState,
  type ComponentPropsWithoutRef,
  type ReactElement,
} from 'react';
import type { MenuEntry } from './menu-entry.ts';

export interface MenuProps {
  /** A Button or IconButton; the menu opens below it. */
  readonly trigger: ReactElement<ComponentPropsWithoutRef<'button'>>;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
}

const TriggerMenu = lazy(async () => ({ default: (await import('./menu-root.tsx')).TriggerMenu }));

/** A menu on a button of its own. In rows and cards use `useMenuLayer`: one root for all of them. */
export function Menu(props: MenuProps) {
  const [isWanted, setWanted] = useState(false);
  const trigger = cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setWanted(true),
  });
  if (!isWanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <TriggerMenu {...props} />
    </Suspense>
  );
}
