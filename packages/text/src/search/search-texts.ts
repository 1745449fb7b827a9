/** Texts that speak of what somebody asks for, though words are misspelt or still being typed. */
import { compareCodePoints } from '@throughline/base';
import { forEachRowWith, makeStrength, rarity, type Bm25, type Strength } from '../lexical/bm25.ts';
import { intAt } from '../lexical/growing-ints.ts';
import { itemOfRow, type LexicalIndex } from '../lexical/lexical-index.ts';
import { selectTop } from '../lexical/select-top.ts';
import { numberIn, wordsOfRow } from '../lexical/text-rows.ts';
import { termsOfWord } from '../lexical/vocabulary.ts';
import { readAskedWords, type AskedWord } from './asked-words.ts';
import { findRelatedTerms } from './related-terms.ts';

export type SearchOptions = {
  readonly limit?: number;
  readonly accepts?: (id: string) => boolean;
  /** Whether the last word may still be unfinished. */
  readonly isTyping?: boolean;
  /** Whether to look for words too that the best texts have in common: for all texts about something. */
  readonly isWide?: boolean;
};

export type FoundItem = {
  readonly id: string;
  readonly score: number;
  /** Which of the item's texts it was. */
  readonly text: number;
  /** For each asked word that the text has in whatever form: the words of the text that stand for it. */
  readonly because: readonly { readonly asked: string; readonly found: readonly string[] }[];
};

const BM25: Bm25 = { saturation: 1.2, titleWeight: 2, titleLength: 0.5, bodyLength: 0.5 };
/** How much a text suffers for words that it has not: its score is multiplied by this power of the share it has. */
const COORDINATION = 0.5;

/** Best first; what is equally good by id. */
export function searchTexts(
  index: LexicalIndex,
  query: string,
  options: SearchOptions = {},
): readonly FoundItem[] {
  const { limit = 20, accepts = () => true, isTyping = false, isWide = false } = options;
  const asked = readAskedWords(index, query, { isTyping });
  const strength = makeStrength(index, BM25);
  const scores = scoreRows(index, asked, strength);
  if (isWide) addRelated(index, { asked, scores, strength });
  const rows = selectTop(scores, {
    limit: 2 * limit,
    accepts: (row) => intAt(index.rows.isThere, row) === 1 && accepts(itemOfRow(index, row).id),
  });
  const best = new Map<string, { row: number; score: number }>();
  for (const row of rows) {
    const { id } = itemOfRow(index, row);
    if (!best.has(id)) best.set(id, { row, score: scores[row] as number });
  }
  return [...best]
    .toSorted(([a, { score: ofA }], [b, { score: ofB }]) => ofB - ofA || compareCodePoints(a, b))
    .slice(0, limit)
    .map(([id, { row, score }]) => ({
      id,
      score,
      text: row - itemOfRow(index, row).firstRow,
      because: explain(index, asked, row),
    }));
}

/** For each row the best of what may stand for each word, added up. */
function scoreRows(index: LexicalIndex, asked: readonly AskedWord[], strength: Strength): Float32Array {
  const rows = index.rows.item.length;
  const scores = new Float32Array(rows);
  const matched = new Uint8Array(rows);
  const best = new Float32Array(rows);
  const bestOf = new Int32Array(rows);
  for (const [at, { alternatives }] of asked.entries()) {
    for (const [term, weight] of alternatives) {
      const counts = weight * rarity(index, term);
      forEachRowWith(index, term, {
        strength,
        visit: (row, has) => {
          const score = counts * has;
          const isFirst = bestOf[row] !== at + 1;
          const before = isFirst ? 0 : (best[row] as number);
          if (isFirst) {
            bestOf[row] = at + 1;
            matched[row] = Math.min(255, (matched[row] as number) + 1);
          }
          if (!isFirst && score <= before) return;
          best[row] = score;
          scores[row] = (scores[row] as number) + score - before;
        },
      });
    }
  }
  if (asked.length > 1)
    for (let row = 0; row < rows; row++)
      if (scores[row] !== 0)
        scores[row] = (scores[row] as number) * ((matched[row] as number) / asked.length) ** COORDINATION;
  return scores;
}

function addRelated(
  index: LexicalIndex,
  {
    asked,
    scores,
    strength,
  }: { readonly asked: readonly AskedWord[]; readonly scores: Float32Array; readonly strength: Strength },
): void {
  const known = new Set(asked.flatMap(({ alternatives }) => [...alternatives.keys()]));
  for (const { term, weight } of findRelatedTerms(index, { scores, known, strength })) {
    const counts = weight * rarity(index, term);
    forEachRowWith(index, term, {
      strength,
      visit: (row, has) => {
        scores[row] = (scores[row] as number) + counts * has;
      },
    });
  }
}

function explain(
  { rows, vocabulary }: LexicalIndex,
  asked: readonly AskedWord[],
  row: number,
): FoundItem['because'] {
  const found = new Map<string, string[]>();
  for (const packed of wordsOfRow(rows, row)) {
    const number = numberIn(packed);
    const terms = termsOfWord(vocabulary, number);
    for (const { word, alternatives } of asked) {
      if (!terms.some((term) => alternatives.has(term))) continue;
      found.set(word, [...(found.get(word) ?? []), vocabulary.words[number] as string]);
    }
  }
  return asked.flatMap(({ word }) => {
    const words = found.get(word);
    return words === undefined ? [] : [{ asked: word, found: words }];
  });
}
