/** The answer to a query that follows its records, and can be held still while somebody edits in it. */
import { makeQuery, openView, type LiveView, type ViewQuery } from '@throughline/view';
import type { Cell } from '@throughline/model';
import type { RecordSource } from './record-source.ts';
import type { RecordValues } from './record-values.ts';

export interface RowGroup {
  /** The same for the same group, whatever is in it. */
  readonly key: string;
  /** One for each group of the query; null is empty. None where the query does not group. */
  readonly keys: readonly Cell[];
  readonly count: number;
  /** How many there are where only a part of the records is here. */
  readonly total?: number | undefined;
  /** Undefined past the end. */
  readonly idAt: (index: number) => string | undefined;
  /** -1 when the record is not in it. */
  readonly indexOf: (id: string) => number;
  readonly aggregates: readonly (number | null)[];
  /** Row numbers of the store, in order. */
  readonly rows: () => Int32Array;
}

export interface LiveRows {
  readonly setQuery: (query: ViewQuery) => void;
  readonly query: () => ViewQuery;
  /** Another number whenever other records, another order or other groups are answered than before. */
  readonly arrangement: () => number;
  /** One group for all where the query does not group; the same list until something changes. */
  readonly groups: () => readonly RowGroup[];
  /** Records, each once. */
  readonly count: () => number;
  readonly ids: () => readonly string[];
  /** Of all records, in the order of the query's aggregates. */
  readonly aggregates: () => readonly (number | null)[];
  readonly hold: (isHeld: boolean) => void;
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeLiveRows(source: RecordSource, values: RecordValues): LiveRows {
  const listeners = new Set<() => void>();
  let query = makeQuery(source.entity);
  /** Asked for, and not answered from the records here yet. */
  let awaited: ViewQuery | undefined;
  let view: LiveView | undefined;
  let groups: readonly RowGroup[] | undefined;
  let held: readonly RowGroup[] | undefined;
  let version = 0;
  let arrangement = 0;

  function close(): void {
    view?.close();
    view = undefined;
    groups = undefined;
  }
  function changed(): void {
    groups = undefined;
    version += 1;
    for (const listener of listeners) listener();
  }
  function open(): LiveView {
    settle();
    view ??= openView(source.store(), source.window()?.toLocal(query) ?? query, values.context());
    return view;
  }
  /** Of a part of the records, the old answer stands until the new one is here. */
  function settle(): void {
    if (awaited === undefined || source.window()?.covers(awaited) === false) return;
    adopt(awaited);
  }
  function adopt(next: ViewQuery): void {
    awaited = undefined;
    if (placesOf(next) !== placesOf(query)) arrangement += 1;
    query = next;
    values.keep(next.where);
    held = undefined;
    close();
  }
  /** Nothing is computed for a view that nobody looks at. */
  function follow(): () => void {
    const stopReplaced = source.onReplaced(close);
    const stopChange = source.onChange(changed);
    const clock = setInterval(() => {
      view?.advance(values.context());
      changed();
    }, 60_000);
    return () => {
      clearInterval(clock);
      stopReplaced();
      stopChange();
      close();
    };
  }
  let stopFollowing: (() => void) | undefined;

  return {
    query: () => {
      settle();
      return query;
    },
    arrangement: () => {
      settle();
      return arrangement;
    },
    setQuery: (next) => {
      if (JSON.stringify(next) === JSON.stringify(awaited ?? query)) return;
      awaited = next;
      settle();
      changed();
    },
    groups: () => {
      settle();
      if (held !== undefined) return held;
      groups ??= readGroups(source, open(), query);
      return groups;
    },
    count: () => open().count,
    ids: () => {
      const store = source.store();
      return Array.from(open().rows(), (row) => store.idOf(row));
    },
    aggregates: () => {
      const own = open().aggregates;
      return source.window()?.totals({ ...query, group: [] })?.aggregates ?? own;
    },
    hold: (isHeld) => {
      if (isHeld === (held !== undefined)) return;
      held = isHeld ? freezeGroups(source, open(), query) : undefined;
      if (!isHeld) changed();
    },
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      stopFollowing ??= follow();
      return () => {
        listeners.delete(listener);
        // A component that draws again leaves and comes back at once: that must not cost a new answer.
        setTimeout(() => {
          if (listeners.size > 0) return;
          stopFollowing?.();
          stopFollowing = undefined;
        });
      };
    },
  };
}

function placesOf({ where, order, group }: ViewQuery): string {
  return JSON.stringify([where, order, group]);
}

/** `asked` is the query as people put it, which the server sums up by. */
function readGroups(source: RecordSource, view: LiveView, asked: ViewQuery): readonly RowGroup[] {
  const store = source.store();
  const idOf = (row: number | undefined) => (row === undefined ? undefined : store.idOf(row));
  const find = (id: string, indexOf: (row: number) => number): number => {
    const row = store.rowOf(id);
    return row === undefined ? -1 : indexOf(row);
  };
  if (view.query.group.length === 0) {
    return [
      {
        key: 'all',
        keys: [],
        count: view.count,
        idAt: (index) => idOf(view.rowAt(index)),
        indexOf: (id) => find(id, (row) => view.indexOf(row) ?? -1),
        get aggregates() {
          return view.aggregates;
        },
        rows: () => view.rows(),
      },
    ];
  }
  const totals = source
    .window()
    ?.totals(asked)
    ?.groups.map((each) => [JSON.stringify(each.keys), each] as const);
  const told = new Map(totals);
  return view.groups.map((group) => {
    const key = JSON.stringify(group.keys);
    return {
      key,
      keys: group.keys,
      count: group.count,
      total: told.get(key)?.count,
      idAt: (index) => idOf(group.list.at(index)),
      indexOf: (id) => find(id, (row) => group.list.slice().indexOf(row)),
      get aggregates() {
        return told.get(key)?.aggregates ?? group.aggregates;
      },
      rows: () => group.list.slice(),
    };
  });
}

/** The groups as they stand now. Records that go are still listed, and drawn empty. */
function freezeGroups(source: RecordSource, view: LiveView, asked: ViewQuery): readonly RowGroup[] {
  const store = source.store();
  const freeze = (group: RowGroup, rows: Int32Array): RowGroup => ({
    ...group,
    count: rows.length,
    idAt: (index) => (index < rows.length ? store.idOf(rows[index] as number) : undefined),
    indexOf: (id) => {
      const row = store.rowOf(id);
      return row === undefined ? -1 : rows.indexOf(row);
    },
    aggregates: group.aggregates,
    rows: () => rows,
  });
  const groups = readGroups(source, view, asked);
  if (view.query.group.length === 0) return groups.map((group) => freeze(group, view.rows()));
  return groups.map((group, at) => freeze(group, view.groups[at]?.list.slice() ?? new Int32Array(0)));
}
