/**
 * The records of a replica: what the server confirmed, and over it what is still under way. Readers see the two
 * as one; whoever listens is told which records look different.
 */
import type { DerivedPatch, Snapshot, SyncChange } from '@throughline/contract';
import type { Values } from '@throughline/model';
import { applyMutation, type Mutation } from './mutation.ts';

export type Table = ReadonlyMap<string, Values>;
/** Entity → ids of the records that look different. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>;

export type RecordTables = {
  /** Records of an entity as they look, by id. */
  readonly table: (entity: string) => Table;
  readonly get: (entity: string, id: string) => Values | undefined;
  readonly loadSnapshot: (snapshot: Snapshot) => Touched;
  readonly dropSpace: (space: string) => Touched;
  /** Answers also the records that a change names but that are not known here: they must be asked for. */
  readonly applyChanges: (changes: readonly SyncChange[]) => {
    touched: Touched;
    unknown: readonly SyncChange[];
  };
  readonly applyDerived: (patches: readonly DerivedPatch[]) => Touched;
  readonly setPending: (mutations: readonly Mutation[]) => Touched;
  readonly put: (entity: string, id: string, values: Values) => Touched;
};

export function makeRecordTables(): RecordTables {
  const confirmed = new Map<string, Map<string, Values>>();
  const shown = new Map<string, Map<string, Values>>();
  let pending: readonly Mutation[] = [];

  const tableIn = (tables: Map<string, Map<string, Values>>, entity: string): Map<string, Values> => {
    const table = tables.get(entity) ?? new Map<string, Values>();
    tables.set(entity, table);
    return table;
  };

  /** Recomputes how a record looks and notes it when that changed. */
  const refresh = (touched: Map<string, Set<string>>, entity: string, id: string): void => {
    let values = tableIn(confirmed, entity).get(id);
    for (const mutation of pending) if (mutation.id === id) values = applyMutation(values, mutation);
    if (values === undefined) tableIn(shown, entity).delete(id);
    else tableIn(shown, entity).set(id, values);
    const ids = touched.get(entity) ?? new Set<string>();
    touched.set(entity, ids.add(id));
  };

  const setConfirmed = (entity: string, id: string, values: Values | undefined): void => {
    if (values === undefined || values['archivedAt'] !== undefined) tableIn(confirmed, entity).delete(id);
    else tableIn(confirmed, entity).set(id, values);
  };

  const dropWhere = (
    touched: Map<string, Set<string>>,
    isGone: (entity: string, id: string, values: Values) => boolean,
  ): void => {
    for (const [entity, table] of confirmed) {
      for (const [id, values] of table) {
        if (!isGone(entity, id, values)) continue;
        table.delete(id);
        refresh(touched, entity, id);
      }
    }
  };

  return {
    table: (entity) => tableIn(shown, entity),
    get: (entity, id) => tableIn(shown, entity).get(id),
    loadSnapshot: ({ space, tables }) => {
      const touched = new Map<string, Set<string>>();
      const kept = new Map(tables.map((table) => [table.entity, new Set(table.ids)]));
      dropWhere(
        touched,
        (entity, id, values) => isIn(values, space) && kept.has(entity) && kept.get(entity)?.has(id) !== true,
      );
      for (const { entity, ids, columns } of tables) {
        const fields = Object.entries(columns);
        for (const [row, id] of ids.entries()) {
          const values: Record<string, Values[string]> = {};
          for (const [field, column] of fields) {
            const value = column[row];
            if (value !== null && value !== undefined) values[field] = value;
          }
          setConfirmed(entity, id, values);
          refresh(touched, entity, id);
        }
      }
      return touched;
    },
    dropSpace: (space) => {
      const touched = new Map<string, Set<string>>();
      dropWhere(touched, (_entity, _id, values) => values['space'] === space);
      return touched;
    },
    applyChanges: (changes) => {
      const touched = new Map<string, Set<string>>();
      const unknown: SyncChange[] = [];
      for (const change of changes) {
        const { entity, id, before, after } = change;
        const known = tableIn(confirmed, entity).get(id);
        if (before !== null && after !== null && known === undefined) {
          if (after['archivedAt'] === undefined || after['archivedAt'] === null) unknown.push(change);
          continue;
        }
        setConfirmed(entity, id, after === null ? undefined : merge(before === null ? {} : known, after));
        refresh(touched, entity, id);
      }
      return { touched, unknown };
    },
    applyDerived: (patches) => {
      const touched = new Map<string, Set<string>>();
      for (const { entity, id, values } of patches) {
        const known = tableIn(confirmed, entity).get(id);
        if (known === undefined) continue;
        setConfirmed(entity, id, merge(known, values));
        refresh(touched, entity, id);
      }
      return touched;
    },
    setPending: (mutations) => {
      const touched = new Map<string, Set<string>>();
      const changed = new Map([...pending, ...mutations].map((mutation) => [mutation.id, mutation.entity]));
      pending = mutations;
      for (const [id, entity] of changed) refresh(touched, entity, id);
      return touched;
    },
    put: (entity, id, values) => {
      const touched = new Map<string, Set<string>>();
      setConfirmed(entity, id, values);
      refresh(touched, entity, id);
      return touched;
    },
  };
}

/** The space's records, or those that belong to no space. */
function isIn(values: Values, space: string | null): boolean {
  return (values['space'] ?? null) === space;
}

function merge(values: Values | undefined, patch: Values): Values {
  return Object.fromEntries(Object.entries({ ...values, ...patch }).filter(([, value]) => value !== null));
}
