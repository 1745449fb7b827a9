import type { FieldType } from '../field.ts';
import { LIMITS } from '../limits.ts';
import { noConfig, parseWellFormed } from './parsing.ts';

/** A collaborative document; its JSON is Markdown. It lives in a table of its own, not in the row. */
export const documentField: FieldType<string> = {
  name: 'document',
  kind: 'document',
  custom: false,
  parseConfig: noConfig,
  parse: (input) => parseWellFormed(input, LIMITS.bodyLength),
  parseText: (text) => parseWellFormed(text, LIMITS.bodyLength),
  format: (value) => value,
  toCell: (value) => value.length,
};
