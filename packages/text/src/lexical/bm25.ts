/**
 * How strongly a text has a term, by BM25 with a weighted title (BM25F: Robertson, Zaragoza, Taylor, "Simple BM25
 * extension to multiple weighted fields", CIKM 2004). Occurrences in a field count less the longer the field is
 * beside the average one, and each further one counts less than the one before.
 */
import { intAt } from './growing-ints.ts';
import type { LexicalIndex } from './lexical-index.ts';
import { forEachPiece } from './posting-lists.ts';
import { bodyIn, numberIn, titleIn, type FieldCount } from './text-rows.ts';

export type Bm25 = {
  /** How soon further occurrences stop to count. */
  readonly saturation: number;
  readonly titleWeight: number;
  /** How much lengths count: 0 not at all, 1 fully. */
  readonly titleLength: number;
  readonly bodyLength: number;
};

/** From 0 up to, but never, 1. The original has a factor in front of it that is the same for all. */
export type Strength = (count: FieldCount, length: FieldCount) => number;

export function makeStrength({ totals }: LexicalIndex, bm25: Bm25): Strength {
  const { saturation, titleWeight } = bm25;
  const perTitle = bm25.titleLength / (totals.titleLength / Math.max(1, totals.titledRows) || 1);
  const perBody = bm25.bodyLength / (totals.bodyLength / Math.max(1, totals.bodiedRows) || 1);
  return (count, length) => {
    const inTitle = count.title / (1 - bm25.titleLength + perTitle * length.title);
    const inBody = count.body / (1 - bm25.bodyLength + perBody * length.body);
    const often = titleWeight * inTitle + inBody;
    return often / (often + saturation);
  };
}

/** How rare a term is (Robertson and Spärck Jones, never below 0). */
export function rarity(index: LexicalIndex, term: number): number {
  return rarityOf(index, intAt(index.rowsWithTerm, term));
}

export function rarityOf({ totals }: LexicalIndex, rowsWith: number): number {
  return Math.log(1 + (totals.rows - rowsWith + 0.5) / (rowsWith + 0.5));
}

/** Calls with every row that has a term, removed ones among them, and how strongly it has it. */
export function forEachRowWith(
  { rows, postings }: LexicalIndex,
  term: number,
  { strength, visit }: { readonly strength: Strength; readonly visit: (row: number, has: number) => void },
): void {
  const titleLengths = rows.titleLength.data;
  const bodyLengths = rows.bodyLength.data;
  const count = { title: 0, body: 0 };
  const length = { title: 0, body: 0 };
  forEachPiece(postings, term, (data, start, end) => {
    for (let at = start; at < end; at++) {
      const packed = data[at] as number;
      const row = numberIn(packed);
      count.title = titleIn(packed);
      count.body = bodyIn(packed);
      length.title = titleLengths[row] as number;
      length.body = bodyLengths[row] as number;
      visit(row, strength(count, length));
    }
  });
}
