import { Refusal } from '@throughline/contract';
import { LIMITS } from '@throughline/model';
import type { Work } from '../work.ts';

const KEY = /^[a-z][a-z0-9_]{0,59}$/;
/** Words of the expression language cannot be keys. */
const RESERVED = new Set([
  'id',
  'and',
  'or',
  'not',
  'in',
  'is',
  'empty',
  'true',
  'false',
  'null',
  'between',
  'contains',
  'has',
  'if',
  'me',
  'now',
  'today',
  'fields',
  'seq',
  'filter',
  'sort',
  'limit',
  'cursor',
  'group',
]);

/** True for the words that would mean something else in an expression. */
export function isReservedKey(key: string): boolean {
  return RESERVED.has(key);
}

/** A key names a field in expressions, imports and the API, and never changes. */
export function checkNewKey(work: Work, entity: string, key: string): void {
  if (!KEY.test(key) || RESERVED.has(key)) {
    throw fieldRefusal(
      'key',
      `“${key.slice(0, 60)}” cannot be a field’s key: use small letters, digits and _, and no word of the expression language.`,
    );
  }
  const fields = work.state.fieldsOf(entity);
  if (fields.some((field) => field.key === key))
    throw new Refusal('already_exists', { message: `There is a field “${key}” already.` });
  if (fields.length >= LIMITS.fields)
    throw fieldRefusal('key', `There are ${fields.length} fields; ${LIMITS.fields} fit.`);
}

export function fieldRefusal(field: string, message: string): Refusal {
  return new Refusal('invalid_value', { message, details: { field, code: `field_${field}` } });
}
