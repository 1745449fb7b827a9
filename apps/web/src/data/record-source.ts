/** The records of an entity in one space, in columns, kept in step with the replica. Views open on it. */
import type { Field, Values } from '@throughline/model';
import { ColumnStore, makeSchema, type RecordColumns, type Schema } from '@throughline/view';
import type { Touched } from '@throughline/client';
import type { RecordHub } from './record-hub.ts';
import type { Titles } from './titles.ts';

/** Whose records: of one space, of several, or (null) of all and of what belongs to none. */
export type Place = string | readonly string[] | null;

/** The same text for the same place. */
export function placeName(place: Place): string {
  return typeof place === 'string' ? place : (place?.join(' ') ?? '');
}

export interface RecordSource {
  readonly entity: string;
  /** Null for entities that belong to the workspace, and for several spaces together. */
  readonly space: string | null;
  readonly schema: () => Schema;
  readonly store: () => ColumnStore;
  /** Once for every batch of changes, after the store took them. */
  readonly onChange: (listener: () => void) => () => void;
  /** The store is another one: views must be opened anew. */
  readonly onReplaced: (listener: () => void) => () => void;
  /** Fields have changed. */
  readonly rebuild: () => void;
  /** Another number after every change, for what is computed from all records. */
  readonly version: () => number;
}

export interface SourceOptions {
  readonly entity: string;
  readonly place: Place;
  readonly hub: RecordHub;
  readonly titles: Titles;
  readonly fields: () => readonly Field[];
  /** The place's records. */
  readonly columns: () => RecordColumns;
}

/** From so many at once on, filling columns anew is faster than moving rows one by one. */
const mostMoves = 1000;

export function makeRecordSource(options: SourceOptions): RecordSource {
  const { entity, place, hub, titles, fields, columns } = options;
  const space = typeof place === 'string' ? place : null;
  const spaces = place === null ? null : new Set<unknown>(typeof place === 'string' ? [place] : place);
  const onChange = new Set<() => void>();
  const onReplaced = new Set<() => void>();
  let version = 0;
  let store: ColumnStore | undefined;

  /** Titles that the order of rows was made with: another one makes another order. */
  const asked = new Map<string, string | undefined>();
  function titleOf(id: string): string | undefined {
    const title = titles.titleOf(id);
    asked.set(id, title);
    return title;
  }
  function isRetitled(touched: Touched): boolean {
    return [...touched].some(
      ([name, ids]) =>
        name !== entity && [...ids].some((id) => asked.has(id) && asked.get(id) !== titles.titleOf(id)),
    );
  }
  function belongs(values: Values | undefined): values is Values {
    return values !== undefined && (spaces === null || spaces.has(values['space']));
  }
  function fill(): ColumnStore {
    asked.clear();
    const filled = new ColumnStore(makeSchema({ entity, fields: fields(), titles: { ...titles, titleOf } }));
    filled.fill(columns());
    return filled;
  }
  function rebuild(): void {
    if (store === undefined) return;
    version += 1;
    store = undefined;
    for (const listener of onReplaced) listener();
    for (const listener of onChange) listener();
  }
  function take(ids: ReadonlySet<string>): void {
    if (store === undefined) return;
    if (ids.size > mostMoves) return rebuild();
    version += 1;
    for (const id of ids) {
      const values = hub.get(entity, id);
      if (belongs(values)) store.put(id, values);
      else store.remove(id);
    }
    for (const listener of onChange) listener();
  }
  hub.onTouched((touched) => {
    if (asked.size > 0 && isRetitled(touched)) return rebuild();
    const ids = touched.get(entity);
    if (ids !== undefined && ids.size > 0) take(ids);
  });

  const getStore = (): ColumnStore => (store ??= fill());
  return {
    entity,
    space,
    store: getStore,
    schema: () => getStore().schema,
    rebuild,
    version: () => version,
    onChange: (listener) => add(onChange, listener),
    onReplaced: (listener) => add(onReplaced, listener),
  };
}

function add(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
