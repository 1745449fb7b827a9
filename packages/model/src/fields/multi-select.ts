import { ok } from '@throughline/base';
import type { FieldType } from '../field.ts';
import { optionName, parseOptionKey, parseOptionsConfig } from './options.ts';
import { joinList, parseTextSet, splitList } from './parsing.ts';

/** Any of the field's options; the value is their keys. */
export const multiSelectField: FieldType<string[]> = {
  name: 'multi-select',
  kind: 'set',
  custom: true,
  parseConfig: parseOptionsConfig,
  parse: (input, field) => {
    const names = parseTextSet(input);
    if (!names.ok) return names;
    const keys = new Set<string>();
    for (const name of names.value) {
      const key = parseOptionKey(name, field);
      if (!key.ok) return key;
      keys.add(key.value);
    }
    return ok([...keys]);
  },
  parseText: (text, field, context) => multiSelectField.parse(splitList(text), field, context),
  format: (value, field) => joinList(value.map((key) => optionName(field, key))),
  toCell: (value) => value,
};
