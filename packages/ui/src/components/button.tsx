import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { tooltipProps } from './tooltip.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: ReactNode;
  /** Keys as in the shortcut registry (`mod+k`); shown in the tooltip. */
  readonly shortcut?: string;
  readonly tooltip?: string;
}

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:not-disabled:bg-accent-hover data-popup-open:bg-accent-hover',
  secondary:
    'bg-raised text-ink border border-line-strong hover:not-disabled:bg-hover data-popup-open:bg-hover',
  quiet: 'text-muted hover:not-disabled:bg-hover hover:not-disabled:text-ink data-popup-open:bg-hover',
  danger: 'bg-danger-solid text-on-accent hover:not-disabled:bg-danger-solid-hover',
};

const sizes = {
  small: 'h-6 px-2 text-small gap-1',
  medium: 'h-8 px-3 text-ui gap-1.5',
  large: 'h-10 px-4 text-body gap-2',
} as const;

export function Button(props: ButtonProps) {
  const {
    variant = 'secondary',
    size = 'medium',
    icon,
    shortcut,
    tooltip,
    className,
    children,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...tooltipProps(tooltip, shortcut)}
      {...rest}
      className={classNames(
        'inline-flex shrink-0 select-none items-center justify-center rounded-md font-medium whitespace-nowrap transition-colors disabled:opacity-50',
        sizes[size],
        variants[variant],
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}
