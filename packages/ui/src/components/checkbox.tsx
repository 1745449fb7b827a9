import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import { useId } from 'react';
import { useFocusOnMount } from './use-focus-on-mount.ts';

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
  const {
    label,
    hideLabel = false,
    checked,
    onChange,
    indeterminate = false,
    disabled = false,
    focusOnMount = false,
  } = props;
  const id = useId();
  const root = useFocusOnMount<HTMLElement>(focusOnMount);
  const on = checked || indeterminate;
  return (
    <span className="inline-flex items-center gap-2">
      <Base.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        indeterminate={indeterminate}
        disabled={disabled}
        ref={root}
        aria-label={hideLabel ? label : undefined}
        className={`grid size-4 shrink-0 place-items-center rounded-sm border transition-colors data-disabled:opacity-50 ${on ? 'border-accent bg-accent text-on-accent' : 'border-control-line bg-canvas'}`}
      >
        <Base.Indicator>
          {indeterminate ? <Minus size={12} strokeWidth={3} /> : <Check size={12} strokeWidth={3} />}
        </Base.Indicator>
      </Base.Root>
      {!hideLabel && <label htmlFor={id}>{label}</label>}
    </span>
  );
}
