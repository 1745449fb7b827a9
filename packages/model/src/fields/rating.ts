import { ok } from '@throughline/base';
import type { FieldType } from '../field.ts';
import { checkBounds, parseFinite, parseNumberText, pickNumbers, problem } from './parsing.ts';

/** Whole marks from 1 to `max` (5 unless configured). */
export const ratingField: FieldType<number> = {
  name: 'rating',
  kind: 'number',
  custom: true,
  parseConfig: (input) => ok({ max: 5, ...pickNumbers(input, ['max']) }),
  parse: (input, field) => {
    const value = parseFinite(input);
    if (!value.ok) return value;
    if (!Number.isInteger(value.value)) return problem('not_whole', 'A rating is a whole number.');
    return checkBounds(value.value, { min: 1, max: field.config.max ?? 5 });
  },
  parseText: (text, field, context) => {
    const value = parseNumberText(text);
    return value.ok ? ratingField.parse(value.value, field, context) : value;
  },
  format: String,
  toCell: (value) => value,
};
