import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { tooltipProps } from './tooltip.ts';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** Names the button to screen readers and in its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly shortcut?: string;
  readonly size?: 'tiny' | 'small' | 'medium' | 'large';
  /** Whether what it switches is on; leave out for buttons that switch nothing. */
  readonly pressed?: boolean;
}

const sizes = {
  tiny: 'size-5 rounded-sm',
  small: 'size-6 rounded-sm',
  medium: 'size-8 rounded-md',
  large: 'size-11 rounded-md',
} as const;

export function IconButton(props: IconButtonProps) {
  const { label, icon, shortcut, size = 'medium', pressed, className, ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      {...tooltipProps(label, shortcut)}
      {...rest}
      className={classNames(
        'inline-grid shrink-0 place-items-center text-muted transition-colors not-disabled:hover:bg-hover not-disabled:hover:text-ink data-popup-open:bg-hover disabled:opacity-40',
        pressed && 'bg-pressed text-ink',
        sizes[size],
        className,
      )}
    >
      {icon}
    </button>
  );
}
