/** Controls that stand on the component library: their code comes when they are first drawn, or before. */
import type { ComboboxProps, MultiComboboxProps } from './components/combobox.tsx';
import type { NumberFieldProps } from './components/number-field.tsx';
import type { SelectProps } from './components/select.tsx';
import type { SliderProps } from './components/slider.tsx';
import type { SwitchProps } from './components/switch.tsx';
import type { DatePickerProps } from './date/date-picker.tsx';
import type { DateRangePickerProps } from './date/date-range-picker.tsx';
import { lazyInPlace, lazyWhenOpen } from './lazy-component.tsx';
import type { ShortcutSheetProps } from './shortcuts/shortcut-sheet.tsx';

/** As high as the control that comes, with its label. */
function place({ label, hideLabel = false }: { readonly label: string; readonly hideLabel?: boolean }) {
  return (
    <span className="flex min-w-0 flex-col gap-1">
      {!hideLabel && <span className="text-small font-medium text-muted">{label}</span>}
      <span className="block h-8 min-w-0" />
    </span>
  );
}

export const Combobox = lazyInPlace<ComboboxProps>(
  async () => (await import('./components/combobox.tsx')).Combobox,
  place,
);

export const MultiCombobox = lazyInPlace<MultiComboboxProps>(
  async () => (await import('./components/combobox.tsx')).MultiCombobox,
  place,
);

export const DatePicker = lazyInPlace<DatePickerProps>(
  async () => (await import('./date/date-picker.tsx')).DatePicker,
  place,
);

export const DateRangePicker = lazyInPlace<DateRangePickerProps>(
  async () => (await import('./date/date-range-picker.tsx')).DateRangePicker,
  place,
);

export const NumberField = lazyInPlace<NumberFieldProps>(
  async () => (await import('./components/number-field.tsx')).NumberField,
  place,
);

export const Slider = lazyInPlace<SliderProps>(
  async () => (await import('./components/slider.tsx')).Slider,
  place,
);

export const Switch = lazyInPlace<SwitchProps>(
  async () => (await import('./components/switch.tsx')).Switch,
  <span className="block h-8 min-w-0" />,
);

export const ShortcutSheet = lazyWhenOpen<ShortcutSheetProps>(
  async () => (await import('./shortcuts/shortcut-sheet.tsx')).ShortcutSheet,
);

const AnySelect = lazyInPlace<SelectProps<string>>(
  async () => (await import('./components/select.tsx')).Select,
  place,
);

/** For a handful of fixed choices; where people search or create choices, use Combobox. */
export function Select<Value extends string>({ items, onChange, ...rest }: SelectProps<Value>) {
  return (
    <AnySelect
      {...rest}
      items={items}
      onChange={(value) => {
        const chosen = items.find((item) => item.value === value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}
