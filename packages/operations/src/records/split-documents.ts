import { textOf } from '@throughline/base';
import type { Entity, Values } from '@throughline/model';
import type { Work } from '../work.ts';

/** Documents live in a table of their own. */
export function splitDocuments(
  work: Work,
  entity: Entity,
  values: Values,
): { readonly stored: Values; readonly documents: Readonly<Record<string, string>> } {
  const ids = new Set(
    work
      .fieldsOf(entity)
      .filter((field) => field.type === 'document')
      .map((field) => field.id),
  );
  const entries = Object.entries(values);
  return {
    stored: Object.fromEntries(entries.filter(([id]) => !ids.has(id))),
    documents: Object.fromEntries(
      entries.filter(([id]) => ids.has(id)).map(([id, text]) => [id, textOf(text ?? '')]),
    ),
  };
}
