import { readSortIndexes, type Queryable } from '@throughline/db';
import type { Entity, Model } from '@throughline/model';
import type { Schema, SortedFields, SortedKey } from '@throughline/view';
import type { WorkspaceState } from '../access/workspace-state.ts';
import { makeSortDefinition, sortPrefix } from './sort-definition.ts';

type SortedParts = {
  readonly model: Model;
  readonly state: WorkspaceState;
  readonly entity: Entity;
  readonly schema: Schema;
};

/** The orders that a query of these records can take from an index; undefined where there are none. */
export async function readSortedFields(db: Queryable, parts: SortedParts): Promise<SortedFields | undefined> {
  const { schema, state } = parts;
  if (!schema.fields.some(({ config }) => config.sortable === true)) return undefined;
  const indexes = await readSortIndexes(db, sortPrefix(state.id));
  const known = new Map<string, readonly SortedKey[] | undefined>();
  const find = (id: string): readonly SortedKey[] | undefined => {
    if (schema.field(id)?.config.sortable !== true) return undefined;
    const definition = makeSortDefinition(parts, id);
    if (!definition.ok || indexes.get(definition.value.name)?.isWhole !== true) return undefined;
    return definition.value.keys;
  };
  const workspace = state.id.replaceAll("'", "''");
  return {
    // Written out, so that a plan made before the values are known is sure of it.
    base: { pieces: [`t.workspace_id = '${workspace}'`] },
    keysOf: (id) => {
      if (!known.has(id)) known.set(id, find(id));
      return known.get(id);
    },
  };
}
