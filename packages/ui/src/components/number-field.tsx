import { NumberField as Base } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useUiMessages } from '../ui-messages.tsx';
import { FieldFrame } from './field-frame.tsx';

export interface NumberFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly format?: Intl.NumberFormatOptions;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
}

/** Reads and shows numbers as the locale writes them; arrow keys step, with shift by ten steps. */
export function NumberField(props: NumberFieldProps) {
  const { label, hideLabel, value, onChange, hint, error, ...rest } = props;
  const messages = useUiMessages();
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hideLabel={hideLabel} hint={hint} error={error}>
      <Base.Root id={id} value={value} onValueChange={onChange} {...rest}>
        <Base.Group className="field-box flex h-8 overflow-hidden data-disabled:opacity-60">
          <Base.Decrement
            aria-label={messages.decrease}
            className="grid w-7 place-items-center text-muted hover:bg-hover"
          >
            <Minus size={14} />
          </Base.Decrement>
          <Base.Input
            aria-invalid={error !== undefined || undefined}
            className="figures min-w-0 flex-1 border-x border-line bg-transparent px-2 text-right text-ui outline-none"
          />
          <Base.Increment
            aria-label={messages.increase}
            className="grid w-7 place-items-center text-muted hover:bg-hover"
          >
            <Plus size={14} />
          </Base.Increment>
        </Base.Group>
      </Base.Root>
    </FieldFrame>
  );
}
