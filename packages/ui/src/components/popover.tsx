import { cloneElement, type ComponentPropsWithoutRef, type ReactElement, type ReactNode } from 'react';
import { LazyContent, makeLazyComponent } from '../lazy-component.tsx';

export interface PopoverProps {
  /** A Button or IconButton; the popover opens below it. */
  readonly trigger: ReactElement<ComponentPropsWithoutRef<'button'>>;
  /** Names the popover to screen readers. */
  readonly label: string;
  readonly children: ReactNode;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly align?: 'start' | 'center' | 'end';
}

const root = makeLazyComponent<PopoverProps>(async () => (await import('./popover-root.tsx')).PopoverRoot, {
  preload: true,
});

export function Popover(props: PopoverProps) {
  const trigger = cloneElement(props.trigger, {
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
    onClick: () => props.onOpenChange(true),
  });
  return <LazyContent lazy={root} isWanted={props.open} componentProps={props} fallback={trigger} />;
}
