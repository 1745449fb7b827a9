/** Runs of words that two texts have in common, for showing why they are alike. */
import { analyseWord } from '../words/analyse-word.ts';
import { splitWords } from '../words/split-words.ts';
import { stemWord, type Stem } from '../words/stemmer.ts';

export type SharedPhraseOptions = { readonly limit?: number; readonly stem?: Stem };

const WORDS_LOOKED_AT = 1000;
const LEAST_TELLING = 2;

/**
 * In the words of the first text, longest first. Words are the same when their stems are; words that say nothing
 * (`the`, `of`) belong to a phrase, but never make one.
 */
export function findSharedPhrases(
  asked: string,
  found: string,
  { limit = 3, stem = stemWord }: SharedPhraseOptions = {},
): readonly string[] {
  const words = readWords(asked, stem);
  const others = readWords(found, stem);
  const phrases = new Map<string, number>();
  let before = new Uint16Array(others.length + 1);
  // How long the run is that ends at each pair of words: the longest common substring, by words.
  for (let at = 0; at < words.length; at++) {
    const runs = new Uint16Array(others.length + 1);
    for (let other = 0; other < others.length; other++) {
      if (words[at]?.stem !== others[other]?.stem) continue;
      const length = (before[other] as number) + 1;
      runs[other + 1] = length;
      const goesOn = words[at + 1] !== undefined && words[at + 1]?.stem === others[other + 1]?.stem;
      if (!goesOn) keepPhrase(phrases, words.slice(at + 1 - length, at + 1));
    }
    before = runs;
  }
  return [...phrases]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([phrase]) => phrase);
}

type ReadWord = { readonly word: string; readonly stem: string; readonly isTelling: boolean };

function readWords(text: string, stem: Stem): readonly ReadWord[] {
  return splitWords(text)
    .slice(0, WORDS_LOOKED_AT)
    .map((word) => {
      const analysed = analyseWord(word, stem);
      return { word, stem: analysed?.terms[0] ?? word, isTelling: analysed !== null };
    });
}

function keepPhrase(phrases: Map<string, number>, run: readonly ReadWord[]): void {
  const first = run.findIndex(({ isTelling }) => isTelling);
  const last = run.findLastIndex(({ isTelling }) => isTelling);
  const telling = run.filter(({ isTelling }) => isTelling).length;
  if (telling < LEAST_TELLING) return;
  const phrase = run
    .slice(first, last + 1)
    .map(({ word }) => word)
    .join(' ');
  phrases.set(phrase, telling);
}
