import { Switch as Base } from '@base-ui/react/switch';
import { useId, type ReactNode } from 'react';

export interface SwitchProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** For settings that take effect at once. */
export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <label htmlFor={id} className="text-ui">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-note`} className="text-small text-faint">
            {hint}
          </p>
        )}
      </div>
      <Base.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        className="mt-0.5 inline-flex h-4.5 w-8 shrink-0 rounded-full bg-control-line p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-on-accent transition-transform data-checked:translate-x-3.5" />
      </Base.Root>
    </div>
  );
}
