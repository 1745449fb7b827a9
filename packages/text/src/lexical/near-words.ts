/** Words of the index that are written almost like one that was typed, and words that begin with it. */
import { compareCodePoints } from '@throughline/base';
import { intAt } from './growing-ints.ts';
import type { LexicalIndex } from './lexical-index.ts';
import { termsOfWord, signWord } from './vocabulary.ts';

export type NearWord = {
  /** The stem of the word itself. */
  readonly term: number;
  /** How many letters are wrong, missing, too many or swapped. */
  readonly distance: number;
};

const MOST_NEAR = 5;
const MOST_BEGUN = 20;

/** How many mistakes a word of so many letters may have. */
function mistakesIn(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/** The nearest first; of equally near ones those that more texts have. The word itself is not among them. */
export function findNearWords(index: LexicalIndex, word: string): readonly NearWord[] {
  const asked = word.toLowerCase();
  const most = mistakesIn(asked.length);
  if (most === 0) return [];
  const { signatures, lengths, words } = index.vocabulary;
  const signature = signWord(asked);
  const found: NearWord[] = [];
  for (let number = 0; number < words.length; number++) {
    if (Math.abs(intAt(lengths, number) - asked.length) > most) continue;
    // A wrong letter takes one from the signature and adds one.
    if (countBits(signature ^ intAt(signatures, number)) > 2 * most) continue;
    const distance = editDistance(asked, (words[number] as string).toLowerCase(), most);
    if (distance === 0 || distance > most) continue;
    found.push({ term: termsOfWord(index.vocabulary, number)[0] as number, distance });
  }
  return mostFrequent(index, found, MOST_NEAR);
}

export function findWordsBeginningWith(index: LexicalIndex, beginning: string): readonly NearWord[] {
  const asked = beginning.toLowerCase();
  const { signatures, words } = index.vocabulary;
  const signature = signWord(asked);
  const found: NearWord[] = [];
  for (let number = 0; number < words.length; number++) {
    if ((intAt(signatures, number) & signature) !== signature) continue;
    if ((words[number] as string).toLowerCase().startsWith(asked))
      found.push({ term: termsOfWord(index.vocabulary, number)[0] as number, distance: 0 });
  }
  return mostFrequent(index, found, MOST_BEGUN);
}

function mostFrequent(
  { rowsWithTerm, vocabulary: { terms } }: LexicalIndex,
  found: readonly NearWord[],
  most: number,
): readonly NearWord[] {
  const nearest = new Map<number, NearWord>();
  for (const near of found) {
    const known = nearest.get(near.term);
    const isThere = intAt(rowsWithTerm, near.term) > 0;
    if (isThere && (known === undefined || near.distance < known.distance)) nearest.set(near.term, near);
  }
  return [...nearest.values()]
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        intAt(rowsWithTerm, b.term) - intAt(rowsWithTerm, a.term) ||
        compareCodePoints(terms[a.term] as string, terms[b.term] as string),
    )
    .slice(0, most);
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/**
 * How many letters must be changed, added, left out or swapped with their neighbour (optimal string alignment);
 * more than `most` where it is more than that.
 */
export function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j - 1] as number) + (isSame ? 0 : 1),
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
