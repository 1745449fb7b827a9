import type { ReactNode } from 'react';
import { lazyWhenOpen } from '../lazy-component.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the primary one last. */
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'normal' | 'wide';
}

export const Dialog = lazyWhenOpen<DialogProps>(async () => (await import('./dialog-popup.tsx')).DialogPopup);
