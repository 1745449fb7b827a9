/** Sorted rows divided into groups: by the groups' own order, rows within them in theirs. */
import type { Cell } from '@throughline/model';
import type { Direction, Group } from '../ast.ts';
import { typeOf } from '../type-of.ts';
import type { SetColumn } from './column.ts';
import { compileValue } from './compile.ts';
import { compareMade } from './keys.ts';
import { sortPositions } from './sort.ts';
import { makeCursor, readNumbers, type StoreScope } from './vector.ts';

/** Rows of one group after the other. A record stands in each group that one of its set's members names. */
export type GroupedRows = {
  readonly rows: Int32Array;
  readonly groups: readonly GroupRange[];
};

export type GroupRange = { readonly keys: readonly Cell[]; readonly start: number; readonly end: number };

export function groupRows(rows: Int32Array, by: readonly Group[], scope: StoreScope): GroupedRows {
  let entries = rows;
  const levels: Level[] = [];
  for (const group of by) {
    const level = readLevel(group, scope, entries);
    if (level.positions !== null) {
      entries = pickRows(entries, level.positions);
      for (const outer of levels) outer.ranks = pickNumbers(outer.ranks, level.positions);
    }
    levels.push(level);
  }
  const order = sortPositions(
    entries.length,
    levels.map(({ ranks }) => ({ values: ranks, isDescending: false })),
  );
  return { rows: pickRows(entries, order), groups: findRanges(levels, order) };
}

/** One key of all entries. Ranks are in the order wanted; the empty group's is NaN. */
type Level = {
  ranks: Float64Array;
  readonly keyOf: (rank: number) => Cell;
  /** Where a row became several entries: the position each comes from. */
  readonly positions: Int32Array | null;
};

function readLevel({ by, direction }: Group, scope: StoreScope, rows: Int32Array): Level {
  const column = by.type === 'field' ? scope.store.column(by.field) : undefined;
  if (column?.type === 'set') return readSetLevel(column, direction, rows);
  if (column?.type === 'text') {
    const { codes } = column;
    const read = (position: number): number => codes[rows[position] as number] as number;
    return rankCodes(rows.length, read, {
      ranks: column.ranking.ranks(),
      texts: column.dictionary.texts,
      direction,
    });
  }
  const { kind } = typeOf(by, scope.schema);
  if (kind === 'text' || kind === 'reference' || kind === 'set')
    return readValueLevel({ by, direction }, scope, rows);
  return readNumberLevel({ by, direction }, scope, rows);
}

type Coding = {
  readonly ranks: Uint32Array;
  readonly texts: readonly string[];
  readonly direction: Direction;
};

function rankCodes(count: number, codeAt: (position: number) => number, coding: Coding): Level {
  const { ranks, texts, direction } = coding;
  const last = ranks.length - 1;
  const place = (rank: number): number => (direction === 'descending' ? last - rank : rank);
  const out = new Float64Array(count);
  const codes: number[] = [];
  for (let position = 0; position < count; position++) {
    const code = codeAt(position);
    const rank = code < 0 ? Number.NaN : place(ranks[code] as number);
    out[position] = rank;
    if (code >= 0) codes[rank] = code;
  }
  return { ranks: out, keyOf: (rank) => texts[codes[rank] as number] ?? null, positions: null };
}

function readSetLevel(column: SetColumn, direction: Direction, rows: Int32Array): Level {
  const positions: number[] = [];
  const members: number[] = [];
  for (let position = 0; position < rows.length; position++) {
    const codes = column.membersOf(column.codes[rows[position] as number] as number);
    if (codes.length === 0) {
      positions.push(position);
      members.push(-1);
    }
    for (const code of codes) {
      positions.push(position);
      members.push(code);
    }
  }
  const coding = { ranks: column.ranking.ranks(), texts: column.members.texts, direction };
  const level = rankCodes(members.length, (position) => members[position] as number, coding);
  return { ...level, positions: Int32Array.from(positions) };
}

function readNumberLevel({ by, direction }: Group, scope: StoreScope, rows: Int32Array): Level {
  const values = readNumbers(by, scope, rows);
  const isBoolean = typeOf(by, scope.schema).kind === 'boolean';
  const distinct = [...new Set(values)].filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  if (direction === 'descending') distinct.reverse();
  const ranks = new Map(distinct.map((value, rank) => [value, rank]));
  return {
    ranks: values.map((value) => ranks.get(value) ?? Number.NaN),
    keyOf: (rank) => {
      const value = distinct[rank];
      return value === undefined ? null : isBoolean ? value === 1 : value;
    },
    positions: null,
  };
}

/** Texts, references and sets that formulas make. */
function readValueLevel({ by, direction }: Group, scope: StoreScope, rows: Int32Array): Level {
  const value = compileValue(by, scope);
  const cursor = makeCursor(scope.store);
  const positions: number[] = [];
  const keys: (string | null)[] = [];
  for (let position = 0; position < rows.length; position++) {
    cursor.row = rows[position] as number;
    const cell = value(cursor.read) as string | readonly string[] | null;
    const members =
      typeof cell === 'string' || cell === null ? [cell] : cell.length === 0 ? [null] : [...new Set(cell)];
    for (const member of members) {
      positions.push(position);
      keys.push(member);
    }
  }
  const compare = compareMade(by, scope.schema);
  const distinct = [...new Set(keys)].filter((key) => key !== null).toSorted(compare);
  if (direction === 'descending') distinct.reverse();
  const ranks = new Map<string | null, number>(distinct.map((key, rank) => [key, rank]));
  return {
    ranks: Float64Array.from(keys, (key) => ranks.get(key) ?? Number.NaN),
    keyOf: (rank) => distinct[rank] ?? null,
    positions: positions.length === rows.length ? null : Int32Array.from(positions),
  };
}

function findRanges(levels: readonly Level[], order: Int32Array): readonly GroupRange[] {
  const ranges: GroupRange[] = [];
  let start = 0;
  for (let end = 1; end <= order.length; end++) {
    const isSame =
      end < order.length && levels.every(({ ranks }) => isSameRank(ranks, order[end - 1], order[end]));
    if (isSame) continue;
    const at = order[start] as number;
    ranges.push({ keys: levels.map(({ ranks, keyOf }) => keyOf(ranks[at] as number)), start, end });
    start = end;
  }
  return ranges;
}

function isSameRank(ranks: Float64Array, a: number | undefined, b: number | undefined): boolean {
  return Object.is(ranks[a as number], ranks[b as number]);
}

/** The rows at these positions, in their order. */
export function pickRows(rows: Int32Array, positions: Int32Array): Int32Array {
  const picked = new Int32Array(positions.length);
  for (let index = 0; index < positions.length; index++)
    picked[index] = rows[positions[index] as number] as number;
  return picked;
}

function pickNumbers(values: Float64Array, positions: Int32Array): Float64Array {
  const picked = new Float64Array(positions.length);
  for (let index = 0; index < positions.length; index++)
    picked[index] = values[positions[index] as number] as number;
  return picked;
}
