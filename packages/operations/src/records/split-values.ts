import { textOf, type Json } from '@throughline/base';
import type { Entity, Field, Values } from '@throughline/model';
import type { Work } from '../work.ts';

export type SplitValues = {
  /** What the record's own row holds. */
  readonly stored: Values;
  readonly documents: Readonly<Record<string, string>>;
  readonly connections: readonly Connections[];
};

/** The records that a connection field is to name. */
export type Connections = { readonly field: Field; readonly ids: readonly string[] };

/** Documents and connections live in tables of their own. */
export function splitValues(work: Work, entity: Entity, values: Values): SplitValues {
  const stored: Record<string, Json> = {};
  const documents: Record<string, string> = {};
  const connections: Connections[] = [];
  const apart = new Map(
    work
      .fieldsOf(entity)
      .filter(({ type }) => type === 'document' || type === 'relation')
      .map((field) => [field.id, field]),
  );
  for (const [id, value] of Object.entries(values)) {
    const field = apart.get(id);
    if (field === undefined) stored[id] = value;
    else if (field.type === 'document') documents[id] = textOf(value ?? '');
    else connections.push({ field, ids: (value ?? []) as readonly string[] });
  }
  return { stored, documents, connections };
}
