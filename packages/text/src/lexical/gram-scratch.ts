/** A place for every run of characters, for comparing two texts; all 0 between one comparison and the next. */
import { GRAM_BITS } from '../words/grams.ts';
import { makeGrowingInts, type GrowingInts } from './growing-ints.ts';

export type GramScratch = {
  readonly queryWhole: Float32Array;
  readonly queryTitle: Float32Array;
  readonly whole: Uint16Array;
  readonly title: Uint16Array;
  readonly touched: GrowingInts;
};

export function makeGramScratch(): GramScratch {
  const places = 2 ** GRAM_BITS;
  return {
    queryWhole: new Float32Array(places),
    queryTitle: new Float32Array(places),
    whole: new Uint16Array(places),
    title: new Uint16Array(places),
    touched: makeGrowingInts(),
  };
}
