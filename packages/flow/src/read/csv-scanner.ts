/**
 * Cuts bytes into rows of cells without making text of them (RFC 4180, and what spreadsheets make of it): quotes
 * count at the beginning of a cell only, doubled quotes stand for one, rows end with LF, CR or both.
 */

import { joinBytes } from './join-bytes.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** A row longer than this is not one: its quote was never closed. */
const LONGEST_ROW = 16_000_000;

/** What a scanner found; its arrays are used again for the next row. */
export type CsvCells = {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
  /** On which the row begins, from 1. */
  readonly line: number;
  readonly hasNul: boolean;
  /** The row was cut at the end of its line because a quote in it is never closed. */
  readonly isBroken: boolean;
};

export class CsvScanner implements CsvCells {
  bytes: Uint8Array = new Uint8Array();
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  count = 0;
  line = 1;
  hasNul = false;
  isBroken = false;
  readonly #onRow: (row: CsvCells) => void;
  readonly #separator: number;
  /** 1 for the bytes at which the search through a cell stops. */
  readonly #stops = new Uint8Array(256);
  #lines = 0;
  #isIrregular = new Uint8Array(64);
  /** A row that is not complete is looked at again when there is twice as much of it. */
  #enough = 0;

  constructor(delimiter: string, onRow: (row: CsvCells) => void) {
    this.#separator = delimiter.charCodeAt(0);
    this.#onRow = onRow;
    for (const stop of [this.#separator, LF, CR, 0]) this.#stops[stop] = 1;
  }

  /** Calls back for each row that is complete. Takes the bytes over: it may change them. */
  push(chunk: Uint8Array): void {
    this.bytes = this.bytes.length === 0 ? chunk : joinBytes(this.bytes, chunk);
    if (this.bytes.length >= Math.min(this.#enough, LONGEST_ROW)) this.#scan(false);
  }

  end(): void {
    this.#scan(true);
  }

  #scan(isEnd: boolean): void {
    const { bytes } = this;
    let at = 0;
    while (at < bytes.length) {
      const isLong = bytes.length - at > LONGEST_ROW;
      const next = this.#row(at, isEnd, isEnd || isLong);
      if (next < 0) break;
      this.#tidy();
      const isBlank = this.count === 1 && this.starts[0] === this.ends[0] && bytes[at] !== QUOTE;
      if (!isBlank) this.#onRow(this);
      this.line += this.#lines;
      at = next;
    }
    this.bytes = bytes.subarray(at);
    this.#enough = this.bytes.length * 2;
  }

  /** Where the next row begins; -1 where this one is not complete. */
  #row(from: number, isEnd: boolean, mayBreak: boolean): number {
    const next = this.#cells(from, isEnd, false);
    if (next >= 0 || !mayBreak) return next;
    return this.#cells(from, true, true);
  }

  #cells(from: number, isEnd: boolean, isBroken: boolean): number {
    const { bytes } = this;
    let at = from;
    this.count = 0;
    this.#lines = 1;
    this.hasNul = false;
    this.isBroken = isBroken;
    for (;;) {
      const start = at;
      at = bytes[at] === QUOTE && !isBroken ? this.#quoted(at) : this.#plain(at);
      if (at < 0 || (at >= bytes.length && !isEnd)) return -1;
      if (bytes[start] !== QUOTE || isBroken) this.#add(start, at, 0);
      if (at >= bytes.length) return at;
      if (bytes[at] === this.#separator) {
        at += 1;
        continue;
      }
      if (bytes[at] === LF) return at + 1;
      if (at + 1 >= bytes.length && !isEnd) return -1;
      return bytes[at + 1] === LF ? at + 2 : at + 1;
    }
  }

  #plain(from: number): number {
    const { bytes } = this;
    const stops = this.#stops;
    let at = from;
    for (;;) {
      while (at < bytes.length && stops[bytes[at] as number] === 0) at += 1;
      if (at >= bytes.length || bytes[at] !== 0) return at;
      this.hasNul = true;
      at += 1;
    }
  }

  #quoted(from: number): number {
    const { bytes } = this;
    let at = from + 1;
    let isIrregular = 0;
    for (;;) {
      const close = bytes.indexOf(QUOTE, at);
      if (close < 0) return -1;
      this.#countWithin(at, close);
      at = close + 1;
      if (bytes[at] !== QUOTE) break;
      isIrregular = 1;
      at += 1;
    }
    const end = this.#plain(at);
    if (end > at) isIrregular = 1;
    this.#add(isIrregular ? from : from + 1, isIrregular ? end : at - 1, isIrregular);
    return end;
  }

  #countWithin(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const byte = this.bytes[at];
      if (byte === LF || (byte === CR && this.bytes[at + 1] !== LF)) this.#lines += 1;
      else if (byte === 0) this.hasNul = true;
    }
  }

  #add(start: number, end: number, isIrregular: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.#isIrregular[this.count] = isIrregular;
    this.count += 1;
  }

  #grow(): void {
    const length = this.starts.length * 2;
    const grow = <T extends Int32Array | Uint8Array>(grown: T, values: T): T => {
      grown.set(values);
      return grown;
    };
    this.starts = grow(new Int32Array(length), this.starts);
    this.ends = grow(new Int32Array(length), this.ends);
    this.#isIrregular = grow(new Uint8Array(length), this.#isIrregular);
  }

  /** Takes the quotes out of cells that have more than the two around them. */
  #tidy(): void {
    for (let cell = 0; cell < this.count; cell++)
      if (this.#isIrregular[cell] === 1)
        this.ends[cell] = unquote(this.bytes, this.starts[cell] as number, this.ends[cell] as number);
  }
}

/** In place; the end of what is left. */
function unquote(bytes: Uint8Array, start: number, end: number): number {
  let into = start;
  let isInside = true;
  for (let at = start + 1; at < end; at++) {
    const byte = bytes[at] as number;
    if (isInside && byte === QUOTE) {
      if (bytes[at + 1] !== QUOTE || at + 1 >= end) {
        isInside = false;
        continue;
      }
      at += 1;
    }
    bytes[into++] = byte;
  }
  return into;
}
