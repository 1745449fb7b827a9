/** One field of all records, as arrays that grow; NaN and -1 are empty. */
import type { Cell, Field } from '@throughline/model';
import type { ValueType } from '../value-type.ts';
import { isOrderedExactly } from './comparison.ts';
import { compareByKey, compareByPlace, compareExactly, Dictionary, Ranking } from './dictionary.ts';
import { optionRanks } from './options.ts';
import { tame } from './reckon.ts';

type TitleKey = (id: string) => string;

export type Column = NumberColumn | TextColumn | SetColumn | RangeColumn;

/** `titleKey` orders references by what they name, see title-order.ts. */
export function makeColumn(field: Field, type: ValueType, titleKey?: TitleKey): Column {
  switch (type.kind) {
    case 'text':
    case 'reference':
      return new TextColumn(field, type, titleKey);
    case 'set':
      return new SetColumn(type, titleKey);
    case 'range':
      return new RangeColumn();
    case 'boolean':
    case 'date':
    case 'document':
    case 'duration':
    case 'empty':
    case 'number':
      return new NumberColumn(type.kind === 'boolean');
  }
}

/** Numbers, dates, lengths, and truth as 0 and 1. */
export class NumberColumn {
  readonly type = 'number';
  readonly isBoolean: boolean;
  values = new Float64Array(0);
  /** True while all numbers ever written lie in the range of formulas. */
  isTame = true;

  constructor(isBoolean: boolean) {
    this.isBoolean = isBoolean;
  }

  grow(size: number): void {
    this.values = copyInto(new Float64Array(size).fill(Number.NaN), this.values);
  }

  write(row: number, cell: Cell): void {
    // Adding 0 turns the negative zero into the other, so that equal keys are the same key.
    const value = cell === null ? Number.NaN : Number(cell) + 0;
    this.values[row] = value;
    if (this.isTame && cell !== null && tame(value) !== value) this.isTame = false;
  }

  read(row: number): Cell {
    const value = this.values[row] as number;
    if (Number.isNaN(value)) return null;
    return this.isBoolean ? value === 1 : value;
  }
}

/** Texts, option keys and ids. */
export class TextColumn {
  readonly type = 'text';
  readonly dictionary = new Dictionary();
  readonly ranking: Ranking;
  /** Of two texts by their numbers, as the field orders them. */
  readonly compare: (a: number, b: number) => number;
  codes = new Int32Array(0);

  constructor(field: Field, type: ValueType, titleKey?: TitleKey) {
    this.compare = titleKey
      ? compareByKey(this.dictionary, titleKey)
      : compareOf(this.dictionary, { field, type });
    this.ranking = new Ranking(this.dictionary, this.compare);
  }

  grow(size: number): void {
    this.codes = copyInto(new Int32Array(size).fill(-1), this.codes);
  }

  write(row: number, cell: Cell): void {
    this.codes[row] = cell === null ? -1 : this.dictionary.code(cell as string);
  }

  read(row: number): Cell {
    return this.entry(this.codes[row] as number);
  }

  /** How many different values there are; `entry` gives each. */
  get entries(): number {
    return this.dictionary.texts.length;
  }

  entry(code: number): Cell {
    return this.dictionary.texts[code] ?? null;
  }
}

function compareOf(
  dictionary: Dictionary,
  { field, type }: { readonly field: Field; readonly type: ValueType },
): (a: number, b: number) => number {
  if (type.options) return compareByPlace(dictionary, optionRanks(type.options));
  const isKeyed = type.kind === 'text' && !isOrderedExactly(field);
  return isKeyed ? compareByKey(dictionary) : compareExactly(dictionary);
}

function compareMembers(
  members: Dictionary,
  { type, titleKey }: { readonly type: ValueType; readonly titleKey: TitleKey | undefined },
): (a: number, b: number) => number {
  if (type.options) return compareByPlace(members, optionRanks(type.options));
  return titleKey ? compareByKey(members, titleKey) : compareExactly(members);
}

/** Lists; equal lists share a number, and their members are numbers of a dictionary. */
export class SetColumn {
  readonly type = 'set';
  readonly members = new Dictionary();
  readonly ranking: Ranking;
  readonly compare: (a: number, b: number) => number;
  codes = new Int32Array(0);
  readonly #lists = new Dictionary();
  readonly #cells: (readonly string[])[] = [];
  readonly #memberCodes: Int32Array[] = [];

  constructor(type: ValueType, titleKey?: TitleKey) {
    this.compare = compareMembers(this.members, { type, titleKey });
    this.ranking = new Ranking(this.members, this.compare);
  }

  grow(size: number): void {
    this.codes = copyInto(new Int32Array(size).fill(-1), this.codes);
  }

  write(row: number, cell: Cell): void {
    const list = cell as readonly string[] | null;
    this.codes[row] = list === null || list.length === 0 ? -1 : this.#code(list);
  }

  read(row: number): Cell {
    return this.entry(this.codes[row] as number);
  }

  get entries(): number {
    return this.#cells.length;
  }

  entry(code: number): Cell {
    return this.#cells[code] ?? null;
  }

  membersOf(code: number): Int32Array {
    return this.#memberCodes[code] ?? NO_MEMBERS;
  }

  #code(list: readonly string[]): number {
    const code = this.#lists.code(JSON.stringify(list));
    if (code === this.#cells.length) {
      this.#cells.push(list);
      this.#memberCodes.push(Int32Array.from(new Set(list), (member) => this.members.code(member)));
    }
    return code;
  }
}

const NO_MEMBERS = new Int32Array(0);

export class RangeColumn {
  readonly type = 'range';
  starts = new Float64Array(0);
  ends = new Float64Array(0);

  grow(size: number): void {
    this.starts = copyInto(new Float64Array(size).fill(Number.NaN), this.starts);
    this.ends = copyInto(new Float64Array(size).fill(Number.NaN), this.ends);
  }

  write(row: number, cell: Cell): void {
    const range = cell as { readonly start: number; readonly end: number } | null;
    this.starts[row] = range?.start ?? Number.NaN;
    this.ends[row] = range?.end ?? Number.NaN;
  }

  read(row: number): Cell {
    const start = this.starts[row] as number;
    return Number.isNaN(start) ? null : { start, end: this.ends[row] as number };
  }
}

function copyInto<T extends Float64Array | Int32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
