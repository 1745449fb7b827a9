/**
 * Words that the best texts have in common beyond those that were asked for (pseudo relevance feedback, after
 * Rocchio): who asks for "offline listening" means the texts that say "download" as well.
 */
import { rarity, type Strength } from '../lexical/bm25.ts';
import { intAt } from '../lexical/growing-ints.ts';
import { termsOfRow, type LexicalIndex } from '../lexical/lexical-index.ts';
import { selectTop } from '../lexical/select-top.ts';

export type RelatedTerm = { readonly term: number; readonly weight: number };

const BEST_TEXTS = 10;
const TERMS = 10;
/** The weight of the first of them; a word that was asked for has 1. */
const WEIGHT = 0.2;

export type Found = {
  readonly scores: Float32Array;
  /** Terms that were asked for. */
  readonly known: ReadonlySet<number>;
  readonly strength: Strength;
};

export function findRelatedTerms(
  index: LexicalIndex,
  { scores, known, strength }: Found,
): readonly RelatedTerm[] {
  const best = selectTop(scores, {
    limit: BEST_TEXTS,
    accepts: (row) => intAt(index.rows.isThere, row) === 1,
  });
  const all = best.reduce((sum, row) => sum + (scores[row] as number), 0);
  const weights = new Map<number, number>();
  for (const row of best) {
    const share = (scores[row] as number) / all;
    const length = {
      title: intAt(index.rows.titleLength, row),
      body: intAt(index.rows.bodyLength, row),
    };
    for (const [term, count] of termsOfRow(index, row)) {
      if (known.has(term) || intAt(index.rowsWithTerm, term) < 2) continue;
      const adds = share * strength(count, length) * rarity(index, term);
      weights.set(term, (weights.get(term) ?? 0) + adds);
    }
  }
  const related = [...weights].toSorted(([, a], [, b]) => b - a).slice(0, TERMS);
  const most = related[0]?.[1] ?? 1;
  return related.map(([term, weight]) => ({ term, weight: (WEIGHT * weight) / most }));
}
