/** The records of an entity in one space, in columns, kept in step with the replica. Views open on it. */
import type { Field, Values } from '@throughline/model';
import { ColumnStore, makeSchema, type RecordColumns, type Schema } from '@throughline/view';
import type { Replica, Touched } from '@throughline/client';
import type { RecordHub } from './record-hub.ts';
import type { RecordWindow, windowFields } from './record-window.ts';
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
  /** The part that is held where there are too many records; undefined before `openWindow`, and where all are here. */
  readonly window: () => RecordWindow | undefined;
  /** Whether the records of the place are too many to hold. */
  readonly isPartial: () => boolean;
  /** Makes ready to hold a part. */
  readonly openWindow: () => Promise<void>;
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
  readonly replica: Replica;
}

/** From so many at once on, filling columns anew is faster than moving rows one by one. */
const mostMoves = 1000;

export function makeRecordSource(options: SourceOptions): RecordSource {
  const { entity, place, hub, titles, fields, columns, replica } = options;
  const space = typeof place === 'string' ? place : null;
  const spaces = place === null ? null : new Set<unknown>(typeof place === 'string' ? [place] : place);
  const onChange = new Set<() => void>();
  const onReplaced = new Set<() => void>();
  let version = 0;
  let store: ColumnStore | undefined;
  let part: { readonly window: RecordWindow; readonly fieldsOf: typeof windowFields } | undefined;

  /** The spaces whose records are not here whole. */
  function partial(): readonly string[] {
    const places = spaces === null ? [] : [...spaces].map(String);
    return places.filter((each) => replica.beyond(entity, each) !== undefined);
  }
  async function openWindow(): Promise<void> {
    const { makeRecordWindow, windowFields: fieldsOf } = await import('./record-window.ts');
    if (part !== undefined) return;
    const own = partial();
    const window = makeRecordWindow({
      entity,
      spaces: own,
      isAll: own.length === spaces?.size,
      replica,
      schema: () => getStore().schema,
      onReplaced: rebuild,
      onTotals: () => tell(onChange),
    });
    part = { window, fieldsOf };
    rebuild();
  }

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
  function belongs(id: string, values: Values | undefined): values is Values {
    if (values === undefined || (spaces !== null && !spaces.has(values['space']))) return false;
    const home = values['space'];
    const isHeld = typeof home !== 'string' || replica.beyond(entity, home) === undefined;
    return part === undefined || isHeld || part.window.admit(id);
  }
  function fill(): ColumnStore {
    asked.clear();
    const offered = part === undefined ? fields() : part.fieldsOf(entity, fields());
    const filled = new ColumnStore(makeSchema({ entity, fields: offered, titles: { ...titles, titleOf } }));
    filled.fill(part === undefined ? columns() : part.window.pick(columns()));
    return filled;
  }
  function rebuild(): void {
    if (store === undefined) return;
    version += 1;
    store = undefined;
    tell(onReplaced);
    tell(onChange);
  }
  function take(ids: ReadonlySet<string>): void {
    if (store === undefined) return;
    if (ids.size > mostMoves) return rebuild();
    version += 1;
    for (const id of ids) {
      const values = hub.get(entity, id);
      if (belongs(id, values)) store.put(id, values);
      else store.remove(id);
    }
    part?.window.outdate();
    tell(onChange);
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
    openWindow,
    window: () => part?.window,
    isPartial: () => partial().length > 0,
    version: () => version,
    onChange: (listener) => add(onChange, listener),
    onReplaced: (listener) => add(onReplaced, listener),
  };
}

function tell(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener();
}

function add(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
