/**
 * The records of a replica: what the server confirmed, and over it what is still under way. Readers see the two
 * as one; whoever listens is told which records look different.
 */
import { must, type Json } from '@throughline/base';
import type { DerivedPatch, Snapshot, SnapshotTable, SyncChange } from '@throughline/contract';
import type { Values } from '@throughline/model';
import type { RecordColumns } from '@throughline/view';
import { makeColumnTable } from './column-table.ts';
import { makeEntityRecords, type EntityRecords, type Table } from './entity-records.ts';
import { applyMutation, type Mutation } from './mutation.ts';

/** Entity → ids of the records that look different. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>;

export type RecordTables = {
  /** Records of an entity as they look, by id. */
  readonly table: (entity: string) => Table;
  readonly get: (entity: string, id: string) => Values | undefined;
  /** One value of a record, without putting the record together. */
  readonly read: (entity: string, id: string, field: string) => Json | undefined;
  /** All records of some spaces (null: of all places) by columns; for who reads every one of them. */
  readonly columns: (entity: string, spaces: readonly string[] | null) => RecordColumns;
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
  /** How many records a space has, where they are too many to be here all: then only those that were asked for are. */
  readonly beyond: (entity: string, space: string) => number | undefined;
  /**
   * Takes in what was asked for of such a space, as of a seq. What is here already is newer. Answers also the ids of
   * records that have changed since, which must be read anew.
   */
  readonly takeIn: (table: SnapshotTable, seq: number) => { touched: Touched; changed: readonly string[] };
};

/** So many changes of records elsewhere are remembered: more do not happen while a part is asked for. */
const MOST_MISSED = 20_000;

export function makeRecordTables(): RecordTables {
  const entities = new Map<string, EntityRecords>();
  let pending: readonly Mutation[] = [];
  /** Changes to records that are not here, by id: who asks for one may be told of it as it was before. */
  const missed = new Map<string, number>();
  const miss = (id: string, seq: number): void => {
    missed.delete(id);
    missed.set(id, seq);
    const [oldest] = missed.keys();
    if (missed.size > MOST_MISSED && oldest !== undefined) missed.delete(oldest);
  };

  const recordsOf = (entity: string): EntityRecords => {
    const records = entities.get(entity) ?? makeEntityRecords();
    entities.set(entity, records);
    return records;
  };

  /** Recomputes how a record looks while something of it is under way. */
  const refresh = (entity: string, id: string): void => {
    const own = pending.filter((mutation) => mutation.id === id);
    const records = recordsOf(entity);
    if (own.length === 0) return records.forget(id);
    let values = records.getConfirmed(id);
    for (const mutation of own) values = applyMutation(values, mutation);
    records.show(id, values);
  };
  const refreshAll = (entity: string, ids: ReadonlySet<string>): void => {
    for (const { id, entity: name } of pending) if (name === entity && ids.has(id)) refresh(entity, id);
  };
  const setConfirmed = (entity: string, id: string, values: Values | undefined): void => {
    recordsOf(entity).setConfirmed(id, values?.['archivedAt'] === undefined ? values : undefined);
    refresh(entity, id);
  };

  return {
    table: (entity) => recordsOf(entity).table,
    get: (entity, id) => recordsOf(entity).get(id),
    read: (entity, id, field) => recordsOf(entity).read(id, field),
    columns: (entity, spaces) => recordsOf(entity).columns(spaces),
    loadSnapshot: ({ space, tables }) => {
      const touched = new Map<string, ReadonlySet<string>>();
      for (const table of tables) {
        const ids = recordsOf(table.entity).load(space, table);
        refreshAll(table.entity, ids);
        touched.set(table.entity, ids);
      }
      return touched;
    },
    dropSpace: (space) => {
      const touched = new Map<string, ReadonlySet<string>>();
      for (const [entity, records] of entities) {
        const ids = records.drop(space);
        refreshAll(entity, ids);
        touched.set(entity, ids);
      }
      return touched;
    },
    applyChanges: (changes) => {
      const touched = new Map<string, Set<string>>();
      const unknown: SyncChange[] = [];
      for (const change of changes) {
        const { entity, id, before, after } = change;
        const known = recordsOf(entity).getConfirmed(id);
        if (before !== null && after !== null && known === undefined) {
          const isHere = recordsOf(entity).beyond(change.space) === undefined;
          if (!isHere) miss(id, change.seq);
          else if (after['archivedAt'] === undefined || after['archivedAt'] === null) unknown.push(change);
          continue;
        }
        setConfirmed(entity, id, after === null ? undefined : merge(before === null ? {} : known, after));
        note(touched, entity, id);
      }
      return { touched, unknown };
    },
    applyDerived: (patches) => {
      const touched = new Map<string, Set<string>>();
      for (const { entity, id, values } of patches) {
        const known = recordsOf(entity).getConfirmed(id);
        if (known === undefined) continue;
        setConfirmed(entity, id, merge(known, values));
        note(touched, entity, id);
      }
      return touched;
    },
    setPending: (mutations) => {
      const touched = new Map<string, Set<string>>();
      const changed = new Map([...pending, ...mutations].map((mutation) => [mutation.id, mutation.entity]));
      pending = mutations;
      for (const [id, entity] of changed) {
        refresh(entity, id);
        note(touched, entity, id);
      }
      return touched;
    },
    beyond: (entity, space) => recordsOf(entity).beyond(space),
    takeIn: ({ entity, ids, columns }, seq) => {
      const records = recordsOf(entity);
      const table = makeColumnTable({ entity, ids, columns });
      const fresh = ids.filter((id) => records.getConfirmed(id) === undefined);
      for (const id of fresh) setConfirmed(entity, id, table.values(must(table.rowOf(id))));
      return {
        touched: new Map([[entity, new Set(fresh)]]),
        changed: fresh.filter((id) => (missed.get(id) ?? 0) > seq),
      };
    },
    put: (entity, id, values) => {
      setConfirmed(entity, id, values);
      return new Map([[entity, new Set([id])]]);
    },
  };
}

function note(touched: Map<string, Set<string>>, entity: string, id: string): void {
  touched.set(entity, (touched.get(entity) ?? new Set()).add(id));
}

function merge(values: Values | undefined, patch: Values): Values {
  return Object.fromEntries(Object.entries({ ...values, ...patch }).filter(([, value]) => value !== null));
}
