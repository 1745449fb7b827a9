import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { FieldFrame } from './field-frame.tsx';

export interface TextFieldProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'value' | 'onChange' | 'size' | 'id'
> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly icon?: ReactNode;
  readonly size?: 'medium' | 'large';
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel = false,
    value,
    onChange,
    hint,
    error,
    icon,
    size = 'medium',
    className,
    ...rest
  } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hideLabel={hideLabel} hint={hint} error={error}>
      <div className="relative">
        {icon !== undefined && (
          <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-faint">
            {icon}
          </span>
        )}
        <input
          {...rest}
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-note`}
          className={classNames(
            'field-box w-full disabled:opacity-60',
            size === 'medium' ? 'h-8 px-2.5 text-ui' : 'h-10 px-3 text-body',
            icon !== undefined && 'pl-8',
            className,
          )}
        />
      </div>
    </FieldFrame>
  );
}
