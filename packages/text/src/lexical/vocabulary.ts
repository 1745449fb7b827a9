/** Every word that was met, analysed once. Words and their stems (terms) are numbered in the order they came. */
import { analyseWord, type AnalysedWord } from '../words/analyse-word.ts';
import type { Stem } from '../words/stemmer.ts';
import { intAt, makeGrowingInts, pushInt, type GrowingInts } from './growing-ints.ts';
import { MOST_NUMBERS } from './text-rows.ts';

export const SAYS_NOTHING = -1;

export type Vocabulary = {
  readonly stem: Stem;
  readonly words: string[];
  readonly numberOfWord: Map<string, number>;
  readonly numberOfTerm: Map<string, number>;
  readonly terms: string[];
  /** For each word two places in `parts`: where its terms begin, and where its grams. They end where the next begin. */
  readonly starts: GrowingInts;
  readonly parts: GrowingInts;
  /** For each word its letters as bits, and how many it has: enough to pass over most that are written otherwise. */
  readonly signatures: GrowingInts;
  readonly lengths: GrowingInts;
};

export function makeVocabulary(stem: Stem): Vocabulary {
  const starts = makeGrowingInts();
  pushInt(starts, 0);
  return {
    stem,
    words: [],
    numberOfWord: new Map(),
    numberOfTerm: new Map(),
    terms: [],
    starts,
    parts: makeGrowingInts(),
    signatures: makeGrowingInts(),
    lengths: makeGrowingInts(),
  };
}

/** The word's number, or `SAYS_NOTHING`. */
export function learnWord(vocabulary: Vocabulary, word: string): number {
  const known = vocabulary.numberOfWord.get(word);
  if (known !== undefined) return known;
  const analysed = analyseWord(word, vocabulary.stem);
  const isFull = vocabulary.words.length >= MOST_NUMBERS;
  const number = analysed === null || isFull ? SAYS_NOTHING : addWord(vocabulary, word, analysed);
  vocabulary.numberOfWord.set(word, number);
  return number;
}

function addWord(vocabulary: Vocabulary, word: string, { terms, grams }: AnalysedWord): number {
  const { words, starts, parts } = vocabulary;
  words.push(word);
  pushInt(vocabulary.signatures, signWord(word.toLowerCase()));
  pushInt(vocabulary.lengths, word.length);
  for (const term of terms) pushInt(parts, learnTerm(vocabulary, term));
  pushInt(starts, parts.length);
  for (const gram of grams) pushInt(parts, gram);
  pushInt(starts, parts.length);
  return words.length - 1;
}

function learnTerm({ numberOfTerm, terms }: Vocabulary, term: string): number {
  const known = numberOfTerm.get(term);
  if (known !== undefined) return known;
  numberOfTerm.set(term, terms.length);
  terms.push(term);
  return terms.length - 1;
}

export function termsOfWord({ starts, parts }: Vocabulary, word: number): Int32Array {
  return parts.data.subarray(intAt(starts, 2 * word), intAt(starts, 2 * word + 1));
}

/** One bit for each letter of the alphabet; other characters share the bits. */
export function signWord(word: string): number {
  let signature = 0;
  for (let at = 0; at < word.length; at++) signature |= 1 << (word.charCodeAt(at) & 31);
  return signature;
}
