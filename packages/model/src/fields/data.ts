import { ok } from '@throughline/base';
import type { FieldType } from '../field.ts';
import { noConfig, problem } from './parsing.ts';

/** Structured JSON of the product itself (a view's query, a field's options); engines see only its presence. */
export const dataField: FieldType = {
  name: 'data',
  kind: 'document',
  custom: false,
  parseConfig: noConfig,
  parse: (input) => ok(input),
  parseText: (text) => {
    try {
      return ok(JSON.parse(text));
    } catch {
      return problem('not_json', 'Expected JSON.');
    }
  },
  format: (value) => JSON.stringify(value),
  toCell: () => 1,
};
