import type { FieldType } from '../field.ts';
import { optionName, parseOptionKey, parseOptionsConfig } from './options.ts';

/** One of the field's options; the value is the option's key. */
export const selectField: FieldType<string> = {
  name: 'select',
  kind: 'reference',
  custom: true,
  parseConfig: parseOptionsConfig,
  parse: parseOptionKey,
  parseText: parseOptionKey,
  format: (value, field) => optionName(field, value),
  toCell: (value) => value,
};
