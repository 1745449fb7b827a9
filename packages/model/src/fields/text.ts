import { ok } from '@throughline/base';
import type { FieldType } from '../field.ts';
import { LIMITS } from '../limits.ts';
import { parseWellFormed, pickNumbers, problem } from './parsing.ts';

/** One line of text. */
export const textField: FieldType<string> = {
  name: 'text',
  kind: 'text',
  custom: true,
  parseConfig: (input) => ok(pickNumbers(input, ['length'])),
  parse: (input, field) => {
    const text = parseWellFormed(input, field.config.length ?? LIMITS.textLength);
    if (!text.ok) return text;
    const trimmed = text.value.trim();
    return trimmed === '' ? problem('text_blank', 'The text is blank; use null for empty.') : ok(trimmed);
  },
  parseText: (text, field) => parseWellFormed(text.trim(), field.config.length ?? LIMITS.textLength),
  format: (value) => value,
  toCell: (value) => value,
};
