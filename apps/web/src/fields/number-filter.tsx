import { NumberField } from '@throughline/ui';
import type { FilterInputProps } from './field-component.ts';
import { readNumber } from './read-value.ts';

/** The number a condition compares with. */
export function NumberFilter({ value, field, onChange }: FilterInputProps) {
  return <NumberField label={field.name} hideLabel value={readNumber(value)} onChange={onChange} />;
}
