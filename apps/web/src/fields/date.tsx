import { DatePicker, formatDay, parseDay } from '@throughline/ui';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { readText } from './read-value.ts';

export function Cell({ value, lookups }: CellProps) {
  const day = parseDay(readText(value));
  if (day === undefined) return null;
  return (
    <time dateTime={day} className="figures truncate">
      {formatDay(day, lookups.locale, lookups.today)}
    </time>
  );
}

export function Editor({ value, field, lookups, onCommit, onCancel }: EditorProps) {
  return (
    <DatePicker
      label={field.name}
      look="cell"
      defaultOpen
      locale={lookups.locale}
      value={parseDay(readText(value)) ?? null}
      onChange={onCommit}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
    />
  );
}

export function FilterInput({ value, field, lookups, onChange }: FilterInputProps) {
  return (
    <DatePicker
      label={field.name}
      hideLabel
      locale={lookups.locale}
      value={parseDay(readText(value)) ?? null}
      onChange={onChange}
    />
  );
}
