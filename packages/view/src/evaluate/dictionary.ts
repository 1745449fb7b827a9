import { compareCodePoints, makeSortKey } from '@throughline/base';

/** Texts by number, so that columns hold integers and a text is looked at once however many records share it. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly #codes = new Map<string, number>();

  /** The number of a text, given to it if it is new. */
  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.length;
    this.texts.push(text);
    this.#codes.set(text, code);
    return code;
  }
}

/** The place of each text of a dictionary in an order; kept until the dictionary grows. */
export class Ranking {
  readonly #dictionary: Dictionary;
  readonly #compare: (a: number, b: number) => number;
  #order: number[] = [];
  #ranks = new Uint32Array(0);

  /** `compare` is of the texts' numbers, and tells all of them apart. */
  constructor(dictionary: Dictionary, compare: (a: number, b: number) => number) {
    this.#dictionary = dictionary;
    this.#compare = compare;
  }

  /** Rank by number. */
  ranks(): Uint32Array {
    const size = this.#dictionary.texts.length;
    if (this.#order.length === size) return this.#ranks;
    const added = Array.from({ length: size - this.#order.length }, (_, index) => this.#order.length + index);
    this.#order = merge(this.#order, added.toSorted(this.#compare), this.#compare);
    this.#ranks = new Uint32Array(size);
    for (const [rank, code] of this.#order.entries()) this.#ranks[code] = rank;
    return this.#ranks;
  }
}

function merge(
  a: readonly number[],
  b: readonly number[],
  compare: (a: number, b: number) => number,
): number[] {
  if (a.length === 0) return [...b];
  const merged: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as number, b[j] as number];
    if (compare(left, right) <= 0) i++;
    else j++;
    merged.push(compare(left, right) <= 0 ? left : right);
  }
  return [...merged, ...a.slice(i), ...b.slice(j)];
}

/** Compares by sort key, then by code point. Each text's key is made once. */
export function compareByKey(
  dictionary: Dictionary,
  makeKey: (text: string) => string = makeSortKey,
): (a: number, b: number) => number {
  const keys: string[] = [];
  const keyOf = (code: number): string => (keys[code] ??= makeKey(dictionary.texts[code] as string));
  const exact = compareExactly(dictionary);
  return (a, b) => (a === b ? 0 : compareCodePoints(keyOf(a), keyOf(b)) || exact(a, b));
}

export function compareExactly(dictionary: Dictionary): (a: number, b: number) => number {
  return (a, b) => compareCodePoints(dictionary.texts[a] as string, dictionary.texts[b] as string);
}

/** Compares by a number given to each text first, such as an option's place in its list. */
export function compareByPlace(
  dictionary: Dictionary,
  placeOf: (text: string) => number,
): (a: number, b: number) => number {
  const exact = compareExactly(dictionary);
  return (a, b) =>
    placeOf(dictionary.texts[a] as string) - placeOf(dictionary.texts[b] as string) || exact(a, b);
}
