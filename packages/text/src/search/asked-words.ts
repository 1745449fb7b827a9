/** What somebody searches for: each word with all that may stand for it. */
import { analyseWord } from '../words/analyse-word.ts';
import { splitWords } from '../words/split-words.ts';
import { intAt } from '../lexical/growing-ints.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { findNearWords, findWordsBeginningWith } from '../lexical/near-words.ts';

export type AskedWord = {
  readonly word: string;
  /** The weight of each term that may stand for it: 1 for its own. */
  readonly alternatives: ReadonlyMap<number, number>;
};

/** A word that fewer texts have may be a slip. */
const LIKELY_RIGHT = 3;
const PART_OF_NAME = 0.5;
const BEGUN = 0.8;
const NEAR = [1, 0.7, 0.4] as const;

export type ReadOptions = {
  /** Whether the last word may still be unfinished. */
  readonly isTyping: boolean;
};

export function readAskedWords(
  index: LexicalIndex,
  query: string,
  { isTyping }: ReadOptions,
): readonly AskedWord[] {
  const words = splitWords(query);
  const last = words.at(-1);
  return [...new Set(words)].flatMap((word) => {
    const alternatives = findAlternatives(index, word, { isTyping: isTyping && word === last });
    return alternatives === null ? [] : [{ word, alternatives }];
  });
}

function findAlternatives(
  index: LexicalIndex,
  word: string,
  { isTyping }: ReadOptions,
): ReadonlyMap<number, number> | null {
  const analysed = analyseWord(word, index.vocabulary.stem);
  if (analysed === null && !isTyping) return null;
  const alternatives = new Map<number, number>();
  const add = (term: number, weight: number): void => {
    alternatives.set(term, Math.max(weight, alternatives.get(term) ?? 0));
  };
  for (const [at, term] of (analysed?.terms ?? []).entries()) {
    const number = index.vocabulary.numberOfTerm.get(term);
    if (number !== undefined) add(number, at === 0 ? 1 : PART_OF_NAME);
  }
  if (isTyping) for (const { term } of findWordsBeginningWith(index, word)) add(term, BEGUN);
  const known = Math.max(0, ...[...alternatives.keys()].map((term) => intAt(index.rowsWithTerm, term)));
  if (known < LIKELY_RIGHT)
    for (const { term, distance } of findNearWords(index, word)) add(term, NEAR[distance] ?? 0);
  return alternatives;
}
