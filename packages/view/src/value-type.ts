import type { Field, Kind } from '@throughline/model';

/** What an expression yields. */
export type ValueType = {
  readonly kind: Kind | 'duration' | 'empty';
  /** reference, set: the field whose option keys these are. */
  readonly options?: Field;
  /** reference, set: the entity whose ids these are, `*` for any. */
  readonly target?: string;
};

const KIND_NAMES: Readonly<Record<ValueType['kind'], string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  range: 'a date range',
  reference: 'a choice',
  set: 'a list',
  document: 'a document',
  duration: 'a length of time',
  empty: 'empty',
};

export function nameType(type: ValueType): string {
  if (type.kind === 'reference') return type.options ? `an option of ${type.options.name}` : 'a record';
  return KIND_NAMES[type.kind];
}

/** What the members of a set are: options and records are references, labels are texts. */
export function memberType(type: ValueType): ValueType {
  if (type.options) return { kind: 'reference', options: type.options };
  return type.target === undefined ? { kind: 'text' } : { kind: 'reference', target: type.target };
}

export function isSortable(type: ValueType): boolean {
  return !['set', 'document', 'duration', 'empty'].includes(type.kind);
}

export function isGroupable(type: ValueType): boolean {
  return !['range', 'document', 'duration', 'empty'].includes(type.kind);
}

/** Numbers, and options by their weight. */
export function countsAsNumber(type: ValueType): boolean {
  return type.kind === 'number' || (type.kind === 'reference' && type.options !== undefined);
}

export function isSameType(a: ValueType, b: ValueType): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind !== 'reference' && a.kind !== 'set') return true;
  if ((a.options === undefined) !== (b.options === undefined)) return false;
  const isAny = a.target === '*' || b.target === '*';
  return a.options !== undefined || isAny || a.target === b.target;
}

export const NUMBER: ValueType = { kind: 'number' };
export const TEXT: ValueType = { kind: 'text' };
export const DATE: ValueType = { kind: 'date' };
export const BOOLEAN: ValueType = { kind: 'boolean' };
export const EMPTY: ValueType = { kind: 'empty' };
