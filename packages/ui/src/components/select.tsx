import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useOverlayPlace } from '../overlay-place.ts';
import { FieldFrame } from './field-frame.tsx';

export interface SelectItem<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly items: ReadonlyArray<SelectItem<Value>>;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
  readonly size?: 'small' | 'medium';
}

/** For a handful of fixed choices; where people search or create choices, use Combobox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    label,
    hideLabel,
    items,
    value,
    onChange,
    placeholder,
    hint,
    error,
    disabled = false,
    size = 'medium',
  } = props;
  const id = useId();
  const place = useOverlayPlace();
  return (
    <FieldFrame id={id} label={label} hideLabel={hideLabel} hint={hint} error={error}>
      <Base.Root
        items={items}
        value={value}
        onValueChange={(next) => {
          if (next !== null) onChange(next);
        }}
        disabled={disabled}
        modal={false}
      >
        <Base.Trigger
          id={id}
          aria-label={label}
          className={classNames(
            'field-box flex items-center justify-between gap-2 text-left data-disabled:opacity-60',
            size === 'small' ? 'h-7 px-2 text-small' : 'h-8 px-2.5 text-ui',
          )}
        >
          <span className="min-w-0 truncate">
            <Base.Value placeholder={<span className="text-faint">{placeholder}</span>} />
          </span>
          <Base.Icon className="text-faint">
            <ChevronsUpDown size={13} />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal {...place}>
          <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
            <Base.Popup className="popup max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1">
              {items.map((item) => (
                <Base.Item
                  key={item.value}
                  value={item.value}
                  disabled={item.disabled ?? false}
                  className="flex h-8 items-center gap-2 rounded-sm pr-2 pl-2 text-ui outline-none data-disabled:opacity-50 data-highlighted:bg-hover"
                >
                  {item.icon}
                  <Base.ItemText className="flex-1 truncate">{item.label}</Base.ItemText>
                  <Base.ItemIndicator className="text-accent-text">
                    <Check size={14} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FieldFrame>
  );
}
