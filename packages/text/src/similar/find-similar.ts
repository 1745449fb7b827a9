/**
 * What is most like a text: candidates by the words they share, then compared by words, characters and, where it is
 * known, meaning; of what is equally alike, what was said at about the same time is the likelier repetition.
 */
import { forEachRowWith, makeStrength, rarity, rarityOf, type Bm25, type Strength } from '../lexical/bm25.ts';
import { intAt } from '../lexical/growing-ints.ts';
import {
  itemOfRow,
  rowsOfItem,
  termsOfRow,
  type ItemText,
  type LexicalIndex,
} from '../lexical/lexical-index.ts';
import { selectTop } from '../lexical/select-top.ts';
import { compareCodePoints } from '@throughline/base';
import { readAskedText, withNearTerms, type AskedText } from './asked-text.ts';
import { openCharacterLikeness } from './character-likeness.ts';

export type AskedItem = ItemText & {
  /** When it was said, in milliseconds since 1970. */
  readonly at?: number;
};

export type SimilarOptions = {
  readonly limit?: number;
  /** Which items may be shown at all. */
  readonly accepts?: (id: string) => boolean;
  /** How alike the item's text is in meaning, from 0 to 1; undefined where that is not known (yet). */
  readonly meaning?: (id: string) => number | undefined;
  /** Items to compare though they may share no word: those that are nearest in meaning. */
  readonly alsoCompare?: readonly string[];
};

export type SimilarItem = {
  readonly id: string;
  /** From 0 to 1; 1 for the same text. */
  readonly score: number;
  /** Which of the item's texts it was. */
  readonly text: number;
  readonly because: SimilarReasons;
};

export type SimilarReasons = {
  /** Each from 0 to 1. */
  readonly words: number;
  readonly characters: number;
  readonly meaning?: number;
  /** 1 for the same moment, a half after 30 days; undefined where one of the times is not known. */
  readonly nearInTime?: number;
  /** The asked words that both have, those that count most first, with their share of `words`. */
  readonly shared: readonly { readonly word: string; readonly share: number }[];
};

const WORDS = 0.54;
const CHARACTERS = 0.46;
const MEANING = 0.3;
const NEAR_IN_TIME = 0.5;
const HALF_AFTER = 30 * 86_400_000;

/** Beside as many as are asked for. */
const CANDIDATES = 100;
/** Where there are fewer, the words may be misspelt. */
const FEW = 3;
const SHARED_SHOWN = 6;
const TITLE_WORDS = 2;
/** In a large index, words that more than about a third of the texts have cost much and tell little. */
const LEAST_RARITY = 1;
const LARGE = 1000;

const BM25: Bm25 = { saturation: 1.2, titleWeight: 2.5, titleLength: 0.5, bodyLength: 0.75 };

/** Best first; what is equally alike by id. */
export function findSimilar(
  index: LexicalIndex,
  asked: AskedItem,
  options: SimilarOptions = {},
): readonly SimilarItem[] {
  const { limit = 10 } = options;
  const text = readAskedText(index, asked);
  const { words, rows } = findCandidates(index, text, options);
  const best = new Map<string, Compared>();
  const characters = openCharacterLikeness(index, text);
  for (const row of rows) {
    const { id, at, firstRow } = itemOfRow(index, row);
    const compared = compareRow(
      { words: Math.min(1, words.scores[row] as number), characters: characters.likeness(row) },
      { meaning: options.meaning?.(id), nearInTime: nearness(asked.at, at) },
    );
    const known = best.get(id);
    if (known === undefined || compared.score > known.score)
      best.set(id, { id, row, text: row - firstRow, ...compared });
  }
  characters.close();
  return [...best.values()]
    .toSorted((a, b) => b.score - a.score || compareCodePoints(a.id, b.id))
    .slice(0, limit)
    .map(({ id, row, text: which, score, ...because }) => ({
      id,
      score,
      text: which,
      because: { ...because, shared: words.sharedWith(row) },
    }));
}

function findCandidates(
  index: LexicalIndex,
  text: AskedText,
  { limit = 10, accepts = () => true, alsoCompare = [] }: SimilarOptions,
): { readonly words: ComparedWords; readonly rows: Iterable<number> } {
  const select = ({ scores }: ComparedWords): readonly number[] =>
    selectTop(scores, {
      limit: CANDIDATES + limit,
      accepts: (row) => intAt(index.rows.isThere, row) === 1 && accepts(itemOfRow(index, row).id),
    });
  const also = alsoCompare.filter(accepts).flatMap((id) => rowsOfItem(index, id));
  const words = compareWords(index, text);
  const rows = select(words);
  if (rows.length >= FEW) return { words, rows: new Set([...rows, ...also]) };
  const forgiving = compareWords(index, withNearTerms(index, text));
  return { words: forgiving, rows: new Set([...select(forgiving), ...also]) };
}

type Likeness = {
  readonly score: number;
  readonly words: number;
  readonly characters: number;
  readonly meaning?: number;
  readonly nearInTime?: number;
};
type Compared = Likeness & { readonly id: string; readonly row: number; readonly text: number };

function compareRow(
  { words, characters }: { readonly words: number; readonly characters: number },
  { meaning, nearInTime }: { readonly meaning: number | undefined; readonly nearInTime: number | undefined },
): Likeness {
  const written = WORDS * words + CHARACTERS * characters;
  const alike = meaning === undefined ? written : (1 - MEANING) * written + MEANING * meaning;
  // Never above 1, and never more than what is alike can carry.
  const score = alike * (1 + NEAR_IN_TIME * (nearInTime ?? 0) * (1 - alike));
  return {
    score,
    words,
    characters,
    ...(meaning === undefined ? {} : { meaning }),
    ...(nearInTime === undefined ? {} : { nearInTime }),
  };
}

function nearness(asked: number | undefined, found: number | null): number | undefined {
  if (asked === undefined || found === null) return undefined;
  return 1 / (1 + Math.abs(asked - found) / HALF_AFTER);
}

type ComparedWords = {
  /** For each row, beside what the asked text itself would have. */
  readonly scores: Float32Array;
  readonly sharedWith: (row: number) => SimilarReasons['shared'];
};

function compareWords(index: LexicalIndex, asked: AskedText): ComparedWords {
  const strength = makeStrength(index, BM25);
  const scores = new Float32Array(index.rows.item.length);
  const isLarge = index.totals.rows >= LARGE;
  const weighed = asked.terms.flatMap((term) => {
    const rare = term.number === undefined ? rarityOf(index, 0) : rarity(index, term.number);
    if (isLarge && rare < LEAST_RARITY) return [];
    return [{ ...term, weight: term.title > 0 ? TITLE_WORDS * rare : rare }];
  });
  const own = weighed.reduce((sum, term) => sum + term.weight * strength(term, asked.length), 0);
  for (const { number, weight } of weighed) {
    if (number === undefined) continue;
    const share = weight / own;
    forEachRowWith(index, number, {
      strength,
      visit: (row, has) => {
        scores[row] = (scores[row] as number) + share * has;
      },
    });
  }
  return { scores, sharedWith: (row) => findShared(index, row, { weighed, strength }) };
}

type Weighed = { readonly number: number | undefined; readonly word: string; readonly weight: number };

function findShared(
  index: LexicalIndex,
  row: number,
  { weighed, strength }: { readonly weighed: readonly Weighed[]; readonly strength: Strength },
): SimilarReasons['shared'] {
  const counts = termsOfRow(index, row);
  const length = {
    title: intAt(index.rows.titleLength, row),
    body: intAt(index.rows.bodyLength, row),
  };
  const byWord = new Map<string, number>();
  let sum = 0;
  for (const { number, word, weight } of weighed) {
    const count = number === undefined ? undefined : counts.get(number);
    if (count === undefined) continue;
    const counted = weight * strength(count, length);
    sum += counted;
    byWord.set(word, (byWord.get(word) ?? 0) + counted);
  }
  return [...byWord]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SHARED_SHOWN)
    .map(([word, counted]) => ({ word, share: counted / sum }));
}
