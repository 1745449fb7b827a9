import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { FieldFrame } from './field-frame.tsx';

export interface TextAreaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'id'> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

/** Grows with its text, from `rows` up to twelve lines. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel = false, value, onChange, hint, error, rows = 3, className, ...rest } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hideLabel={hideLabel} hint={hint} error={error}>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-note`}
        className={classNames(
          'field-box field-sizing-content max-h-72 w-full resize-none px-2.5 py-1.5 text-body disabled:opacity-60',
          className,
        )}
      />
    </FieldFrame>
  );
}
