/** Tells parts of a screen when the records they show look different, and keeps what they ask for again and again. */
import type { Replica, Touched } from '@throughline/client';
import type { Values } from '@throughline/model';
import { makeRecordIndex, type RecordIndex } from './record-index.ts';

export interface ReplicaRecord {
  readonly id: string;
  readonly values: Values;
}

export interface RecordHub {
  readonly get: (entity: string, id: string) => Values | undefined;
  /** All records of an entity, by id; the same list until one of them changes. For entities of some thousands. */
  readonly records: (entity: string) => readonly ReplicaRecord[];
  /** Records whose field `via` holds a value: insights of an idea. The same list until one of these changes. */
  readonly related: (entity: string, via: string, value: string) => readonly ReplicaRecord[];
  /** Another number after every change to records of the entity. */
  readonly version: (entity: string) => number;
  readonly onEntity: (entity: string, listener: () => void) => () => void;
  readonly onRecord: (id: string, listener: () => void) => () => void;
  /** Every batch of changes, as the replica tells it. */
  readonly onTouched: (listener: (touched: Touched) => void) => () => void;
  readonly close: () => void;
}

type Listeners = Map<string, Set<() => void>>;

export function makeRecordHub(replica: Replica): RecordHub {
  const versions = new Map<string, number>();
  const lists = new Map<string, readonly ReplicaRecord[]>();
  const indexes = new Map<string, RecordIndex>();
  const ofEntity: Listeners = new Map();
  const ofRecord: Listeners = new Map();
  const ofAll = new Set<(touched: Touched) => void>();

  function indexOf(entity: string, via: string): RecordIndex {
    const name = `${entity} ${via}`;
    const index = indexes.get(name) ?? makeRecordIndex(entity, via, replica);
    indexes.set(name, index);
    return index;
  }

  const stop = replica.onRecords((touched) => {
    for (const [entity, ids] of touched) {
      if (ids.size === 0) continue;
      versions.set(entity, (versions.get(entity) ?? 0) + 1);
      lists.delete(entity);
      for (const index of indexes.values()) if (index.entity === entity) index.update(ids);
    }
    for (const listener of ofAll) listener(touched);
    for (const [entity, ids] of touched) if (ids.size > 0) callAll(ofEntity.get(entity));
    for (const [id, listeners] of ofRecord) if (isTouched(touched, id)) callAll(listeners);
  });

  return {
    get: replica.get,
    version: (entity) => versions.get(entity) ?? 0,
    records: (entity) => {
      const list = lists.get(entity) ?? listRecords(replica, entity);
      lists.set(entity, list);
      return list;
    },
    related: (entity, via, value) => indexOf(entity, via).find(value),
    onEntity: (entity, listener) => listen(ofEntity, entity, listener),
    onRecord: (id, listener) => listen(ofRecord, id, listener),
    onTouched: (listener) => {
      ofAll.add(listener);
      return () => ofAll.delete(listener);
    },
    close: stop,
  };
}

function listRecords(replica: Replica, entity: string): readonly ReplicaRecord[] {
  return [...replica.table(entity)]
    .map(([id, values]) => ({ id, values }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function listen(listeners: Listeners, name: string, listener: () => void): () => void {
  const known = listeners.get(name) ?? new Set();
  listeners.set(name, known.add(listener));
  return () => {
    known.delete(listener);
    if (known.size === 0 && listeners.get(name) === known) listeners.delete(name);
  };
}

function callAll(listeners: ReadonlySet<() => void> | undefined): void {
  for (const listener of listeners ?? []) listener();
}

function isTouched(touched: Touched, id: string): boolean {
  for (const ids of touched.values()) if (ids.has(id)) return true;
  return false;
}
