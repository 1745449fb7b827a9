import { ok } from '@throughline/base';
import type { FieldType } from '../field.ts';
import { describe, noConfig, problem, shorten } from './parsing.ts';

const TRUE = new Set(['true', 'yes', 'y', '1', 'x', 'on', '✓', '✔', 'ja', 'oui', 'si', 'sí']);
const FALSE = new Set(['false', 'no', 'n', '0', '-', 'off', 'nein', 'non']);

export const checkboxField: FieldType<boolean> = {
  name: 'checkbox',
  kind: 'boolean',
  custom: true,
  parseConfig: noConfig,
  parse: (input) =>
    typeof input === 'boolean'
      ? ok(input)
      : problem('not_a_checkbox', `Expected true or false, got ${describe(input)}.`),
  parseText: (text) => {
    const word = text.trim().toLowerCase();
    if (TRUE.has(word)) return ok(true);
    if (FALSE.has(word)) return ok(false);
    return problem('not_a_checkbox', `“${shorten(text)}” is neither yes nor no.`);
  },
  format: String,
  toCell: (value) => value,
};
