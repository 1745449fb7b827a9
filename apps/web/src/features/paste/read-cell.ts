/** A pasted cell as a value of a field, by the names that people see. */
import type { Json } from '@throughline/base';
import { findFieldType, type Field, type ParseContext } from '@throughline/model';
import type { FieldLookups, Lookup } from '../../fields/field-component.ts';

export type CellReading =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problem: string };

export interface CellReader {
  readonly lookups: FieldLookups;
  readonly context: ParseContext;
  /** Says that nothing is called so. */
  readonly unknown: (text: string, field: string) => string;
}

const named: readonly string[] = ['person', 'people', 'team', 'company', 'record', 'relation'];
const several: readonly string[] = ['people', 'relation'];

/** Fields that can be given a value by pasting. */
export function isPastable(field: Field): boolean {
  const type = findFieldType(field.type);
  if (type === undefined || type.derived === true || field.readOnly === true || field.fixed === true)
    return false;
  return !['document', 'data', 'votes', 'reactions'].includes(field.type);
}

export function readPastedCell(text: string, field: Field, reader: CellReader): CellReading {
  if (text === '') return { ok: true, value: null };
  if (named.includes(field.type)) return readNames(text, field, reader);
  const type = findFieldType(field.type);
  const parsed = type?.parseText(text, field, reader.context);
  if (parsed?.ok) return { ok: true, value: parsed.value };
  return { ok: false, problem: parsed?.error.message ?? reader.unknown(text, field.name) };
}

function readNames(text: string, field: Field, reader: CellReader): CellReading {
  const isList = several.includes(field.type);
  const names = isList ? text.split(/[,;]/).map((name) => name.trim()) : [text];
  const lookup = lookupOf(field, reader.lookups);
  const ids: string[] = [];
  for (const name of names.filter((each) => each !== '')) {
    const id = findByName(lookup, name);
    if (id === undefined) return { ok: false, problem: reader.unknown(name, field.name) };
    ids.push(id);
  }
  return { ok: true, value: isList ? ids : (ids[0] ?? null) };
}

function lookupOf({ type, config }: Field, lookups: FieldLookups): Lookup {
  if (type === 'person' || type === 'people') return lookups.people;
  if (type === 'team') return lookups.teams;
  return type === 'company' ? lookups.companies : lookups.records(config.target ?? '*');
}

function findByName(lookup: Lookup, text: string): string | undefined {
  const wanted = text.toLowerCase();
  const items = lookup.all();
  const found =
    items.find(({ id, name }) => id === text || name.toLowerCase() === wanted) ??
    items.find(({ detail }) => detail?.toLowerCase() === wanted);
  return found?.id;
}
