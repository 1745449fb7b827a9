import { DatePicker, parseDay, fromLocalDate } from '@throughline/ui';
import type { CellProps, EditorProps, FilterInputProps } from './field-component.ts';
import { InlineInput } from './inline-input.tsx';
import { formatMoment, readMoment, toLocalInput } from './moment-text.ts';
import { readText } from './read-value.ts';

/** In the person's zone; the whole moment is in the tooltip. */
export function Cell({ value, lookups }: CellProps) {
  const moment = readMoment(value);
  if (moment === undefined) return null;
  const { short, long } = formatMoment(moment, lookups.locale);
  return (
    <time dateTime={moment.toISOString()} className="figures truncate" data-tip={long}>
      {short}
    </time>
  );
}

export function Editor({ value, field, onCommit, onCancel }: EditorProps) {
  const moment = readMoment(value);
  return (
    <InlineInput
      label={field.name}
      type="datetime-local"
      initial={moment ? toLocalInput(moment) : ''}
      onCommit={(text) => onCommit(text === '' ? null : new Date(text).toISOString())}
      onCancel={onCancel}
    />
  );
}

export function FilterInput({ value, field, lookups, onChange }: FilterInputProps) {
  const moment = readMoment(value);
  return (
    <DatePicker
      label={field.name}
      hideLabel
      locale={lookups.locale}
      value={parseDay(readText(value)) ?? (moment ? fromLocalDate(moment) : null)}
      onChange={onChange}
    />
  );
}
