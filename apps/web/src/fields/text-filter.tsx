import { TextField } from '@throughline/ui';
import type { FilterInputProps } from './field-component.ts';
import { readText } from './read-value.ts';

/** The text a condition looks for. */
export function TextFilter({ value, field, onChange }: FilterInputProps) {
  return <TextField label={field.name} hideLabel value={readText(value)} onChange={onChange} />;
}
