import { DateRangePicker, formatDateRange } from '@throughline/ui';
import { useRef, useState } from 'react';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { readDateRange } from './read-value.ts';

export function Cell({ value, lookups }: CellProps) {
  const range = readDateRange(value);
  return range && <span className="figures truncate">{formatDateRange(range, lookups.locale)}</span>;
}

/** Collects changes while its popup is open, and commits them together when it closes. */
export function Editor({ value, field, lookups, onCommit, onCancel }: EditorProps) {
  const [before] = useState(() => readDateRange(value));
  const [range, setRange] = useState(before);
  const latest = useRef(range);
  return (
    <DateRangePicker
      label={field.name}
      look="cell"
      defaultOpen
      locale={lookups.locale}
      value={range}
      onChange={(next) => {
        latest.current = next;
        setRange(next);
      }}
      onOpenChange={(open) => {
        if (open) return;
        if (latest.current === before) onCancel();
        else onCommit(latest.current);
      }}
    />
  );
}

export function FilterInput({ value, field, lookups, onChange }: FilterInputProps) {
  return (
    <DateRangePicker
      label={field.name}
      hideLabel
      locale={lookups.locale}
      value={readDateRange(value)}
      onChange={onChange}
    />
  );
}
