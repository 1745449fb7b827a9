/** Finds titles as people remember them: words in any order, begun but not ended, with a letter wrong. */
import { foldText } from '@throughline/base';

export interface TitleEntry {
  readonly id: string;
  readonly words: readonly string[];
}

export function makeTitleEntry(id: string, ...texts: readonly string[]): TitleEntry {
  return { id, words: splitWords(texts.join(' ')) };
}

function splitWords(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Every word of the query has to be in the title; the best first, equals in the order given. */
export function searchTitles(
  entries: readonly TitleEntry[],
  query: string,
  limit: number,
): readonly string[] {
  const wanted = splitWords(query);
  if (wanted.length === 0) return entries.slice(0, limit).map(({ id }) => id);
  return entries
    .flatMap((entry) => {
      const score = scoreOf(entry.words, wanted);
      return score === undefined ? [] : [{ id: entry.id, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ id }) => id);
}

function scoreOf(words: readonly string[], wanted: readonly string[]): number | undefined {
  let score = 0;
  for (const token of wanted) {
    const best = words.reduce((most, word) => Math.max(most, wordScore(word, token)), 0);
    if (best === 0) return undefined;
    score += best;
  }
  // Of two titles that hold all the words, the shorter one is meant more often.
  return score - words.length * 0.01;
}

/** The whole word, its beginning, its inside, and what is one or two letters off, in this order. */
function wordScore(word: string, token: string): number {
  if (word === token) return 4;
  if (word.startsWith(token)) return 3;
  if (token.length >= 3 && word.includes(token)) return 2;
  const allowed = token.length >= 8 ? 2 : token.length >= 4 ? 1 : 0;
  if (allowed === 0 || word.length < token.length - allowed) return 0;
  return prefixDistance(word, token, allowed) <= allowed ? 1 : 0;
}

/** Least edits (a letter more, less, another, or two swapped) from the token to a beginning of the word. */
function prefixDistance(word: string, token: string, allowed: number): number {
  const text = word.slice(0, token.length + allowed);
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: text.length + 1 }, (_, index) => index);
  for (let at = 1; at <= token.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= text.length; to += 1) {
      const isSame = token[at - 1] === text[to - 1];
      const isSwap = at > 1 && to > 1 && token[at - 1] === text[to - 2] && token[at - 2] === text[to - 1];
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (before[to - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return Math.min(...row);
}
