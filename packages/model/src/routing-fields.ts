import type { Field } from './field.ts';

/** Reckoned from other records: empty as long as feedback is only coming in. */
const RECKONED: ReadonlySet<string> = new Set(['counter', 'rollup', 'formula', 'document']);

/** What routing rules may ask of feedback: all that it comes with, its words as a text. */
export function routingFields(fields: readonly Field[]): readonly Field[] {
  return fields
    .filter(({ type }) => !RECKONED.has(type))
    .map((field) => (field.type === 'long-text' ? { ...field, type: 'text' } : field));
}
