/**
 * Which words each text has. A text is a row; a row's words lie together, each with how often the title and the body
 * have it in one number: 21 bits for the word, 3 for the title, 7 for the body.
 */
import { makeGrowingInts, pushInt, type GrowingInts } from './growing-ints.ts';

const TITLE_BITS = 3;
const BODY_BITS = 7;
export const MOST_IN_TITLE = 2 ** TITLE_BITS - 1;
export const MOST_IN_BODY = 2 ** BODY_BITS - 1;
const BITS = TITLE_BITS + BODY_BITS;
export const MOST_NUMBERS = 2 ** (31 - BITS) - 1;

/** How often a title and a body have something. */
export type FieldCount = { readonly title: number; readonly body: number };

export function packCount(number: number, title: number, body: number): number {
  return (number << BITS) | (Math.min(title, MOST_IN_TITLE) << BODY_BITS) | Math.min(body, MOST_IN_BODY);
}

export function numberIn(packed: number): number {
  return packed >>> BITS;
}

export function titleIn(packed: number): number {
  return (packed >>> BODY_BITS) & MOST_IN_TITLE;
}

export function bodyIn(packed: number): number {
  return packed & MOST_IN_BODY;
}

export type TextRows = {
  readonly item: GrowingInts;
  /** How many terms the title and the body have. */
  readonly titleLength: GrowingInts;
  readonly bodyLength: GrowingInts;
  /** 1, or 0 where the text was removed. */
  readonly isThere: GrowingInts;
  /** Where a row's words begin in `words`; they end where the next row's begin. */
  readonly starts: GrowingInts;
  readonly words: GrowingInts;
};

export function makeTextRows(): TextRows {
  const starts = makeGrowingInts();
  pushInt(starts, 0);
  return {
    item: makeGrowingInts(),
    titleLength: makeGrowingInts(),
    bodyLength: makeGrowingInts(),
    isThere: makeGrowingInts(),
    starts,
    words: makeGrowingInts(),
  };
}

export function wordsOfRow({ starts, words }: TextRows, row: number): Int32Array {
  return words.data.subarray(starts.data[row], starts.data[row + 1]);
}
