/** Collects one attribute as names, and decides at the end what kind of column it is. */
import { encodeText, type Encoding } from '../read/decode-text.ts';
import { TimeReader } from '../read/time-reader.ts';
import { NONE, type AttributeColumn } from './event-log.ts';
import { makeGrowingCodes } from './growing.ts';
import { NameTable } from './name-table.ts';

/** `guess` looks at the values: CSV does not say what they are. */
export type AttributeKind = AttributeColumn['kind'] | 'guess';

export class AttributeBuilder {
  kind: AttributeKind;
  readonly #table = new NameTable();
  readonly #codes = makeGrowingCodes(NONE);

  constructor(kind: AttributeKind) {
    this.kind = kind;
  }

  /** Plain arguments: it runs for every value. */
  set(index: number, bytes: Uint8Array, start: number, end: number, hash: number): void {
    this.#codes.set(index, this.#table.code(bytes, start, end, hash));
  }

  setText(index: number, text: string): void {
    this.#codes.set(index, this.#table.codeOf(text));
  }

  /** Forgets the values from an index on. */
  cut(length: number): void {
    this.#codes.cut(length);
  }

  get isEmpty(): boolean {
    return this.#codes.length === 0;
  }

  /** Several values of one thing that never differ are one value of it. */
  takeCodes(length: number): Int32Array {
    return this.#codes.take(length);
  }

  /** The column whose value at an index is the name of the code there. */
  columnOf(codes: Int32Array, encoding: Encoding): AttributeColumn {
    const names = this.#table.names(encoding);
    const kind = this.kind === 'guess' ? guessKind(names) : this.kind;
    if (kind === 'text') return { kind, names, codes };
    const parsed = names.map(PARSERS[kind]);
    // What says it is a number and is none stays text, as it was written.
    if (parsed.some((value, code) => Number.isNaN(value) && names[code] !== ''))
      return { kind: 'text', names, codes };
    if (kind !== 'boolean')
      return { kind, values: Float64Array.from(codes, (code) => parsed[code] ?? Number.NaN) };
    return { kind, values: Uint8Array.from(codes, (code) => parsed[code] ?? 2) };
  }
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

const PARSERS: Readonly<Record<Exclude<AttributeColumn['kind'], 'text'>, (text: string) => number>> = {
  number: parseNumber,
  date: parseDate,
  boolean: (text) => (/^(true|1)$/i.test(text) ? 1 : /^(false|0)$/i.test(text) ? 0 : Number.NaN),
};

/** Whole numbers that a double does not hold are names. */
function parseNumber(text: string): number {
  const value = text === '' ? Number.NaN : Number(text);
  return /^-?\d{16,}$/.test(text) && String(value) !== text ? Number.NaN : value;
}

function parseDate(text: string): number {
  const bytes = encodeText(text);
  return new TimeReader(() => 0).read(bytes, 0, bytes.length);
}

/** A number with leading zeros is a name: a postcode, a number of a file. */
function guessKind(names: readonly string[]): AttributeColumn['kind'] {
  if (names.length === 0) return 'text';
  if (names.every((name) => NUMBER.test(name) && !/^\s*[+-]?0\d/.test(name))) return 'number';
  if (names.every((name) => /^(true|false)$/i.test(name))) return 'boolean';
  const isDate = names.every((name) => /^\d{4}-\d\d-\d\d/.test(name) && !Number.isNaN(parseDate(name)));
  return isDate ? 'date' : 'text';
}
