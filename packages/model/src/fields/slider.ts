import { ok } from '@throughline/base';
import type { FieldType } from '../field.ts';
import { checkBounds, parseFinite, parseNumberText, pickNumbers } from './parsing.ts';

/** A number on a scale, 0 to 100 unless configured. */
export const sliderField: FieldType<number> = {
  name: 'slider',
  kind: 'number',
  custom: true,
  parseConfig: (input) => ok({ min: 0, max: 100, step: 1, ...pickNumbers(input, ['min', 'max', 'step']) }),
  parse: (input, field) => {
    const value = parseFinite(input);
    return value.ok ? checkBounds(value.value, { min: 0, max: 100, ...field.config }) : value;
  },
  parseText: (text, field, context) => {
    const value = parseNumberText(text);
    return value.ok ? sliderField.parse(value.value, field, context) : value;
  },
  format: String,
  toCell: (value) => value,
};
