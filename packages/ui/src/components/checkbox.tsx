import { Check, Minus } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';

export interface CheckboxProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Some of what it stands for is on. */
  readonly indeterminate?: boolean;
  readonly disabled?: boolean;
  readonly focusOnMount?: boolean;
}

export function Checkbox(props: CheckboxProps) {
  const { label, hideLabel = false, checked, onChange } = props;
  const { indeterminate = false, disabled = false, focusOnMount = false } = props;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  useEffect(() => {
    if (focusOnMount) box.current?.focus();
  }, [focusOnMount]);
  const on = checked || indeterminate;
  const Mark = indeterminate ? Minus : Check;
  return (
    <span className="inline-flex items-center gap-2">
      <span className="relative grid size-4 shrink-0 place-items-center">
        <input
          ref={box}
          id={id}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          aria-label={hideLabel ? label : undefined}
          className={`absolute inset-0 appearance-none rounded-sm border transition-colors disabled:opacity-50 ${on ? 'border-accent bg-accent' : 'border-control-line bg-canvas'}`}
        />
        {on && (
          <Mark
            size={12}
            strokeWidth={3}
            aria-hidden
            className="pointer-events-none relative text-on-accent"
          />
        )}
      </span>
      {!hideLabel && <label htmlFor={id}>{label}</label>}
    </span>
  );
}
