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
  /** Undefined where no text ever had it. */
  readonly number: number | undefined;
  /** The word of the asked text that it came from. */
  readonly word: string;
};

export type AskedText = {
  readonly words: readonly AskedWord[];
  readonly terms: readonly AskedTerm[];
  /** In terms. */
  readonly length: FieldCount;
};

export function readAskedText({ vocabulary }: LexicalIndex, { title = '', body }: ItemText): AskedText {
  const counts = new Map<string, { title: number; body: number }>();
  for (const word of splitWords(title)) countIn(counts, word).title += 1;
  for (const word of splitWords(body)) countIn(counts, word).body += 1;
  const words: AskedWord[] = [];
  const terms = new Map<string, { word: string; title: number; body: number }>();
  const length = { title: 0, body: 0 };
  for (const [word, often] of counts) {
    const count = { title: Math.min(often.title, MOST_IN_TITLE), body: Math.min(often.body, MOST_IN_BODY) };
    const analysed = analyseWord(word, vocabulary.stem);
    if (analysed === null) continue;
    words.push({ word, ...analysed, ...count });
    for (const term of analysed.terms) {
      length.title += count.title;
      length.body += count.body;
      const known = terms.get(term);
      if (known === undefined) terms.set(term, { word, ...count });
      else {
        known.title += count.title;
        known.body += count.body;
      }
    }
  }
  return {
    words,
    terms: [...terms].map(([term, rest]) => ({ number: vocabulary.numberOfTerm.get(term), ...rest })),
    length,
  };
}

const MISSPELT = 10;

/** With words of the index that are written almost like those asked for, where hardly anything else is found. */
export function withNearTerms(index: LexicalIndex, asked: AskedText): AskedText {
  const known = new Set(asked.terms.map(({ number }) => number));
  const near: AskedTerm[] = [];
  for (const { word, title, body } of asked.words.slice(0, MISSPELT))
    for (const { term } of findNearWords(index, word)) {
      if (known.has(term)) continue;
      known.add(term);
      near.push({ number: term, word, title, body });
    }
  return { ...asked, terms: [...asked.terms, ...near] };
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
