import type { MouseEvent, ReactNode } from 'react';
import type { MenuEntry } from './menu-entry.ts';
import { useMenuLayer } from './menu-layer.tsx';

export interface ContextMenuProps {
  readonly children: ReactNode;
  readonly entries: () => readonly MenuEntry[];
  readonly className?: string;
}

/** Right click (or the menu key) inside opens the shared menu at the pointer. */
export function ContextMenu({ children, entries, className }: ContextMenuProps) {
  const openMenu = useMenuLayer();
  function open(event: MouseEvent) {
    event.preventDefault();
    openMenu({ x: event.clientX, y: event.clientY }, entries());
  }
  return (
    <div role="presentation" className={className} onContextMenu={open}>
      {children}
    </div>
  );
}
