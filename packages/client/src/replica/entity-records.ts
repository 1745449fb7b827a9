/**
 * The records of one entity: snapshots by columns, over them what changed since, and over that what is still under
 * way. Readers see one table.
 */
import type { Json } from '@throughline/base';
import type { SnapshotTable } from '@throughline/contract';
import type { Values } from '@throughline/model';
import type { RecordColumns } from '@throughline/view';
import { makeColumnTable, type ColumnTable } from './column-table.ts';

/** Records by id as they look; records of snapshots are put together while one goes through it. */
export type Table = ReadonlyMap<string, Values>;

export type EntityRecords = {
  readonly table: Table;
  readonly get: (id: string) => Values | undefined;
  /** One value, without putting the record together. */
  readonly read: (id: string, field: string) => Json | undefined;
  /** All records of some spaces (null: of all places) by columns; for who reads every one of them. */
  readonly columns: (spaces: readonly string[] | null) => RecordColumns;
  readonly getConfirmed: (id: string) => Values | undefined;
  /** Undefined removes the record. */
  readonly setConfirmed: (id: string, values: Values | undefined) => void;
  /** Takes a place's snapshot in for what was there; answers the ids of all that may look different. */
  readonly load: (space: string | null, snapshot: SnapshotTable) => ReadonlySet<string>;
  /** Everything of a place goes; answers what went. */
  readonly drop: (space: string) => ReadonlySet<string>;
  /** How many records a place has, where they are too many to be in its snapshot. */
  readonly beyond: (space: string | null) => number | undefined;
  /** How a record looks while something is under way; `forget` when nothing is any more. */
  readonly show: (id: string, values: Values | undefined) => void;
  readonly forget: (id: string) => void;
};

/** Records put together that are kept, so that who asks again gets the same object. */
const MOST_KEPT = 20_000;
const WORKSPACE = '';

export function makeEntityRecords(): EntityRecords {
  const bases = new Map<string, ColumnTable>();
  const changed = new Map<string, Values>();
  const pending = new Map<string, Values | undefined>();
  const beyond = new Map<string, number>();
  const kept = new Map<string, Values>();

  const inSnapshots = (id: string): { readonly base: ColumnTable; readonly row: number } | undefined => {
    for (const base of bases.values()) {
      const row = base.rowOf(id);
      if (row !== undefined) return { base, row };
    }
    return undefined;
  };
  const keep = (id: string, values: Values): Values => {
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(id, values);
    return values;
  };
  const getConfirmed = (id: string): Values | undefined => {
    const known = changed.get(id) ?? kept.get(id);
    if (known !== undefined) return known;
    const found = inSnapshots(id);
    return found && keep(id, found.base.values(found.row));
  };
  const get = (id: string): Values | undefined => (pending.has(id) ? pending.get(id) : getConfirmed(id));
  const letGo = (id: string): void => {
    kept.delete(id);
    for (const base of bases.values()) base.letGo(id);
  };
  const setConfirmed = (id: string, values: Values | undefined): void => {
    letGo(id);
    if (values === undefined) changed.delete(id);
    else changed.set(id, values);
  };
  const dropChanged = (space: string | null, touched: Set<string>): void => {
    for (const [id, values] of changed) {
      if ((values['space'] ?? null) !== space) continue;
      changed.delete(id);
      touched.add(id);
    }
  };

  function* entries(): Generator<[string, Values]> {
    for (const base of bases.values())
      for (const id of base.ids) {
        const row = base.rowOf(id);
        if (row !== undefined && !pending.has(id)) yield [id, kept.get(id) ?? base.values(row)];
      }
    for (const [id, values] of changed) if (!pending.has(id)) yield [id, values];
    for (const [id, values] of pending) if (values !== undefined) yield [id, values];
  }
  function* ids(): Generator<string> {
    for (const base of bases.values())
      for (const id of base.ids) if (base.rowOf(id) !== undefined && !pending.has(id)) yield id;
    for (const id of changed.keys()) if (!pending.has(id)) yield id;
    for (const [id, values] of pending) if (values !== undefined) yield id;
  }
  const count = (): number => {
    let total = changed.size;
    for (const base of bases.values()) total += base.count();
    for (const [id, values] of pending) {
      const isConfirmed = changed.has(id) || inSnapshots(id) !== undefined;
      total += (values === undefined ? 0 : 1) - (isConfirmed ? 1 : 0);
    }
    return total;
  };

  const columns = (spaces: readonly string[] | null): RecordColumns => {
    const isWanted = (place: unknown): boolean => spaces === null || spaces.some((each) => each === place);
    const picked = [...bases].filter(([place]) => isWanted(place));
    const extras = [...pending, ...[...changed].filter(([id]) => !pending.has(id))].filter(
      (entry): entry is [string, Values] => entry[1] !== undefined && isWanted(entry[1]['space']),
    );
    return joinColumns(
      picked.map(([, base]) => ({ base, rows: rowsIn(base, pending) })),
      extras,
    );
  };

  return {
    columns,
    table: makeTable({ get, entries, ids, count }),
    get,
    read: (id, field) => {
      const values = pending.has(id) ? pending.get(id) : changed.get(id);
      if (values !== undefined || pending.has(id)) return values?.[field];
      const found = inSnapshots(id);
      return found?.base.value(found.row, field);
    },
    getConfirmed,
    setConfirmed,
    load: (space, snapshot) => {
      const place = space ?? WORKSPACE;
      const touched = new Set(snapshot.ids);
      for (const id of bases.get(place)?.ids ?? []) touched.add(id);
      bases.delete(place);
      // What was asked for of a place that is not sent whole is followed from then on.
      if (snapshot.beyond === undefined || !beyond.has(place)) dropChanged(space, touched);
      if (snapshot.beyond === undefined) beyond.delete(place);
      else beyond.set(place, snapshot.beyond);
      for (const id of snapshot.ids) {
        changed.delete(id);
        if (bases.size > 0) letGo(id);
      }
      kept.clear();
      bases.set(place, makeColumnTable(snapshot));
      return touched;
    },
    drop: (space) => {
      const touched = new Set(bases.get(space)?.ids);
      bases.delete(space);
      beyond.delete(space);
      for (const id of touched) kept.delete(id);
      dropChanged(space, touched);
      return touched;
    },
    beyond: (space) => beyond.get(space ?? WORKSPACE),
    show: (id, values) => pending.set(id, values),
    forget: (id) => pending.delete(id),
  };
}

type TableParts = {
  readonly get: (id: string) => Values | undefined;
  readonly entries: () => Generator<[string, Values]>;
  readonly ids: () => Generator<string>;
  readonly count: () => number;
};

/** A map to read from, over what is put together. */
function makeTable({ get, entries, ids, count }: TableParts): Table {
  function* values(): Generator<Values> {
    for (const [, each] of entries()) yield each;
  }
  const table: Table = {
    get,
    has: (id) => get(id) !== undefined,
    get size() {
      return count();
    },
    entries,
    keys: ids,
    values,
    [Symbol.iterator]: entries,
    forEach: (call) => {
      for (const [id, each] of entries()) call(each, id, table);
    },
  };
  return table;
}

/** A snapshot and those of its rows that are still as it has them; null for all. */
type Part = { readonly base: ColumnTable; readonly rows: readonly number[] | null };

function rowsIn(base: ColumnTable, pending: ReadonlyMap<string, unknown>): readonly number[] | null {
  if (base.count() === base.ids.length && pending.size === 0) return null;
  const rows: number[] = [];
  for (const [row, id] of base.ids.entries())
    if (base.rowOf(id) !== undefined && !pending.has(id)) rows.push(row);
  return rows;
}

/** As it mostly is, one whole snapshot, its columns are handed out as they are. */
function joinColumns(parts: readonly Part[], extras: readonly (readonly [string, Values])[]): RecordColumns {
  const [first, ...others] = parts;
  if (first?.rows === null && others.length === 0 && extras.length === 0)
    return { ids: first.base.ids, column: first.base.column };
  const pick = <Value>(values: readonly Value[], rows: Part['rows']): readonly Value[] =>
    rows === null ? values : rows.map((row) => values[row] as Value);
  return {
    ids: [...parts.flatMap(({ base, rows }) => pick(base.ids, rows)), ...extras.map(([id]) => id)],
    column: (field) => [
      ...parts.flatMap(({ base, rows }) => {
        const column = base.column(field);
        const count = rows?.length ?? base.ids.length;
        return column === undefined ? Array.from<undefined>({ length: count }) : pick(column, rows);
      }),
      ...extras.map(([, values]) => values[field]),
    ],
  };
}
