/** A stable radix sort over doubles: least significant key and digit first, so equal rows keep their order. */
import type { Keys } from './keys.ts';

const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;

/** The positions of rows in the order of their keys, the first key first. */
export function sortPositions(length: number, keys: readonly Keys[]): Int32Array {
  let order = new Int32Array(length);
  for (let index = 0; index < length; index++) order[index] = index;
  let spare = new Int32Array(length);
  for (const key of keys.toReversed()) {
    for (const word of toWords(key)) {
      for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
        if (sortDigit({ word, shift, order, spare })) [order, spare] = [spare, order];
      }
    }
  }
  return order;
}

type Pass = {
  readonly word: Uint32Array;
  readonly shift: number;
  readonly order: Int32Array;
  readonly spare: Int32Array;
};

/** Sorts by one digit into `spare`; false, with nothing done, when all rows have the same. */
function sortDigit({ word, shift, order, spare }: Pass): boolean {
  const starts = new Uint32Array(BUCKETS);
  const mask = BUCKETS - 1;
  const { length } = order;
  for (let index = 0; index < length; index++) {
    const digit = ((word[index] as number) >>> shift) & mask;
    starts[digit] = (starts[digit] as number) + 1;
  }
  if (length === 0 || starts[((word[0] as number) >>> shift) & mask] === length) return false;
  let start = 0;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const size = starts[digit] as number;
    starts[digit] = start;
    start += size;
  }
  for (let index = 0; index < length; index++) {
    const position = order[index] as number;
    const digit = ((word[position] as number) >>> shift) & mask;
    const at = starts[digit] as number;
    spare[at] = position;
    starts[digit] = at + 1;
  }
  return true;
}

/**
 * The words of keys that sort as the keys do, least significant first. The bits of a positive double sort as
 * they are, those of a negative one the other way round. Small whole numbers, such as ranks, need one word.
 */
function toWords({ values, isDescending }: Keys): readonly Uint32Array[] {
  return areSmall(values) ? [toSmallWord(values, isDescending)] : toWordPair(values, isDescending);
}

const EMPTY_WORD = 0xffffffff;
const SIGN = 0x80000000;
const MOST_SMALL = 0x7fffffff;

function areSmall(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (value >>> 0 !== value && !Number.isNaN(value)) return false;
    if (value > MOST_SMALL) return false;
  }
  return true;
}

function toSmallWord(values: Float64Array, isDescending: boolean): Uint32Array {
  let most = 0;
  for (let index = 0; index < values.length; index++)
    if ((values[index] as number) > most) most = values[index] as number;
  const word = new Uint32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    // Empty stands one above the greatest, so that digits above it stay equal and their pass is skipped.
    word[index] = Number.isNaN(value) ? most + 1 : isDescending ? most - value : value;
  }
  return word;
}

function toWordPair(values: Float64Array, isDescending: boolean): readonly [Uint32Array, Uint32Array] {
  const [low, high] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  const bits = new Uint32Array(2);
  const double = new Float64Array(bits.buffer);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (Number.isNaN(value)) {
      low[index] = high[index] = EMPTY_WORD;
      continue;
    }
    double[0] = value === 0 ? 0 : value;
    const isNegative = (bits[1] as number) >>> 31 === 1;
    const turns = isNegative !== isDescending;
    low[index] = turns ? ~(bits[0] as number) : (bits[0] as number);
    high[index] = (turns ? ~(bits[1] as number) : (bits[1] as number)) ^ (isNegative ? 0 : SIGN);
  }
  return [low, high];
}
