/** A text that others are compared with: its words as the index knows them, and those it does not know. */
import { analyseWord } from '../words/analyse-word.ts';
import { splitWords } from '../words/split-words.ts';
import { findNearWords } from '../lexical/near-words.ts';
import type { ItemText, LexicalIndex } from '../lexical/lexical-index.ts';
import { MOST_IN_BODY, MOST_IN_TITLE, type FieldCount } from '../lexical/text-rows.ts';

export type AskedWord = FieldCount & {
  readonly word: string;
  readonly terms: readonly string[];
  readonly grams: readonly number[];
};

export type AskedTerm = FieldCount & {
  readonly number: number;
  /** The word of the asked text that it came from. */
  readonly word: string;
};

export type AskedText = {
  readonly words: readonly AskedWord[];
  /** Those that the index knows. */
  readonly terms: readonly AskedTerm[];
  /** In terms, known or not. */
  readonly length: FieldCount;
};

export function readAskedText({ vocabulary }: LexicalIndex, { title = '', body }: ItemText): AskedText {
  const words = new Map<string, { title: number; body: number }>();
  for (const word of splitWords(title)) countIn(words, word).title += 1;
  for (const word of splitWords(body)) countIn(words, word).body += 1;
  const asked: AskedWord[] = [];
  const terms = new Map<number, { word: string; title: number; body: number }>();
  const length = { title: 0, body: 0 };
  for (const [word, often] of words) {
    const count = { title: Math.min(often.title, MOST_IN_TITLE), body: Math.min(often.body, MOST_IN_BODY) };
    const analysed = analyseWord(word, vocabulary.stem);
    if (analysed === null) continue;
    asked.push({ word, ...analysed, ...count });
    length.title += count.title * analysed.terms.length;
    length.body += count.body * analysed.terms.length;
    for (const term of analysed.terms) {
      const number = vocabulary.numberOfTerm.get(term);
      if (number === undefined) continue;
      const known = terms.get(number);
      if (known === undefined) terms.set(number, { word, ...count });
      else {
        known.title += count.title;
        known.body += count.body;
      }
    }
  }
  return {
    words: asked,
    terms: [...terms].map(([number, term]) => ({ number, ...term })),
    length,
  };
}

const MISSPELT = 10;

/** With words of the index that are written almost like those asked for, where hardly anything else is found. */
export function withNearTerms(index: LexicalIndex, asked: AskedText): AskedText {
  const terms = new Map(asked.terms.map((term) => [term.number, term]));
  for (const { word, title, body } of asked.words.slice(0, MISSPELT))
    for (const { term } of findNearWords(index, word))
      if (!terms.has(term)) terms.set(term, { number: term, word, title, body });
  return { ...asked, terms: [...terms.values()] };
}

function countIn<Key>(
  counts: Map<Key, { title: number; body: number }>,
  key: Key,
): { title: number; body: number } {
  const known = counts.get(key);
  if (known !== undefined) return known;
  const count = { title: 0, body: 0 };
  counts.set(key, count);
  return count;
}
