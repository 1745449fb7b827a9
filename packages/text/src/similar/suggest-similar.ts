/** What is worth showing to somebody who did not ask: rarely where there is nothing to find, and then seldom wrong. */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { findSimilar, type AskedItem, type SimilarItem, type SimilarOptions } from './find-similar.ts';

export type SuggestOptions = Omit<SimilarOptions, 'limit'> & {
  /** From `fitSuggestions`; Infinity suggests nothing. */
  readonly threshold: number;
};

const SHOWN = 3;
/** What is third to seventh says how alike anything is here. */
const LOOKED_AT = 7;
const REST = 2;
const REST_WEIGHT = 0.8;
const TIME = 0.1;
const WORDS = 0.2;
/** Of fewer items nothing can be told. */
const LEAST_ITEMS = 20;

/** Up to three items, or none. */
export function suggestSimilar(
  index: LexicalIndex,
  asked: AskedItem,
  { threshold, ...options }: SuggestOptions,
): readonly SimilarItem[] {
  const found = findSimilar(index, asked, { ...options, limit: LOOKED_AT });
  return standOut(found) > threshold ? found.slice(0, SHOWN) : [];
}

/** How far the best of what was found stands out from the rest; 0 where nothing was found. */
export function measureStandOut(
  index: LexicalIndex,
  asked: AskedItem,
  options: Omit<SimilarOptions, 'limit'> = {},
): number {
  return standOut(findSimilar(index, asked, { ...options, limit: LOOKED_AT }));
}

function standOut(found: readonly SimilarItem[]): number {
  const [best] = found;
  if (best === undefined) return 0;
  const rest = found.slice(REST);
  const usual = rest.reduce((sum, { score }) => sum + score, 0) / Math.max(1, rest.length);
  const { nearInTime = 0, words } = best.because;
  return best.score + TIME * nearInTime + WORDS * words - REST_WEIGHT * usual;
}

/**
 * The threshold above which no more than a share of items are, given how far the best of each stands out
 * (`measureStandOut`) for items that are not known to repeat anything; Infinity where there are too few to tell.
 */
export function fitSuggestions(standOuts: readonly number[], share = 0.1): number {
  if (standOuts.length < LEAST_ITEMS) return Infinity;
  const ranked = standOuts.toSorted((a, b) => b - a);
  return ranked[Math.floor(share * ranked.length)] ?? Infinity;
}
