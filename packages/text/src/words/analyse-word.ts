/** What of a word is compared: its stem, the stems of the words it is made of, and its runs of characters. */
import { foldAccents } from './fold.ts';
import { hashGrams, hashWhole } from './grams.ts';
import { isUnspaced, splitName } from './split-words.ts';
import { stemWord, type Stem } from './stemmer.ts';
import { isStopWord } from './stop-words.ts';

export type AnalysedWord = {
  /** The word's own stem first. */
  readonly terms: readonly string[];
  readonly grams: readonly number[];
};

/** Given as `splitWords` has it; null for a word that says nothing. */
export function analyseWord(word: string, stem: Stem = stemWord): AnalysedWord | null {
  const lower = word.toLowerCase();
  if (isStopWord(lower)) return null;
  if (isUnspaced(word)) return { terms: [lower], grams: [hashWhole(lower)] };
  const parts = splitName(word).filter((part) => part !== lower && !isStopWord(part));
  return { terms: [lower, ...parts].map(stem), grams: hashGrams(foldAccents(lower)) };
}
