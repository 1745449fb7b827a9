import type { ReactNode } from 'react';
import { lazyWhenOpen } from '../lazy-component.tsx';

export interface DrawerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Read to screen readers; the content shows its own heading. */
  readonly title: string;
  readonly side: 'left' | 'bottom';
  readonly children: ReactNode;
}

/** For phones: follows the finger, closes by a swipe, Escape or a tap outside. */
export const Drawer = lazyWhenOpen<DrawerProps>(async () => (await import('./drawer-popup.tsx')).DrawerPopup);
