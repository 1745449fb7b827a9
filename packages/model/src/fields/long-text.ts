import type { FieldType } from '../field.ts';
import { LIMITS } from '../limits.ts';
import { noConfig, parseWellFormed } from './parsing.ts';

/** Text of many lines as it was received: feedback bodies, quotes, comments. Kept out of the replica. */
export const longTextField: FieldType<string> = {
  name: 'long-text',
  kind: 'document',
  custom: false,
  parseConfig: noConfig,
  parse: (input) => parseWellFormed(input, LIMITS.bodyLength),
  parseText: (text) => parseWellFormed(text, LIMITS.bodyLength),
  format: (value) => value,
  toCell: (value) => value.length,
};
