/** A place for every run of characters, for counting and comparing; all 0 between one text and the next. */
import { GRAM_BITS } from '../words/grams.ts';
import { makeGrowingInts, reserveInts, type GrowingInts } from './growing-ints.ts';
import { bodyIn, numberIn, titleIn, type TextRows } from './text-rows.ts';
import type { Vocabulary } from './vocabulary.ts';

export type GramScratch = {
  /** How often a text has each run, in steps of `ONE_IN_TITLE` how often its title has it. */
  readonly counts: Uint32Array;
  /** Which ones were counted. */
  readonly touched: GrowingInts;
  /** The weights of each run in the text that others are compared with: in the whole of it, in its title. */
  readonly asked: Float32Array;
};

export const ONE_IN_TITLE = 2 ** 16;
export const MOST_IN_TEXT = ONE_IN_TITLE - 1;

export function makeGramScratch(): GramScratch {
  const places = 2 ** GRAM_BITS;
  return {
    counts: new Uint32Array(places),
    touched: makeGrowingInts(),
    asked: new Float32Array(2 * places),
  };
}

export function countGrams({ counts, touched }: GramScratch, grams: readonly number[], often: number): void {
  reserveInts(touched, grams.length);
  for (const gram of grams) {
    if (counts[gram] === 0) touched.data[touched.length++] = gram;
    counts[gram] = (counts[gram] as number) + often;
  }
}

/** Counts the runs of a text. This and what reads it are most of the time that comparing takes: hence plain loops. */
export function countGramsOfRow({ counts, touched }: GramScratch, rows: TextRows, of: GramsOf): void {
  const { row, vocabulary } = of;
  const { starts, parts } = vocabulary;
  const end = rows.starts.data[row + 1] as number;
  for (let at = rows.starts.data[row] as number; at < end; at++) {
    const packed = rows.words.data[at] as number;
    const word = numberIn(packed);
    const often = titleIn(packed) * (ONE_IN_TITLE + 1) + bodyIn(packed);
    const last = starts.data[2 * word + 2] as number;
    let gram = starts.data[2 * word + 1] as number;
    reserveInts(touched, last - gram);
    for (; gram < last; gram++) {
      const place = parts.data[gram] as number;
      const before = counts[place] as number;
      if (before === 0) touched.data[touched.length++] = place;
      counts[place] = before + often;
    }
  }
}

export type GramsOf = { readonly row: number; readonly vocabulary: Vocabulary };
