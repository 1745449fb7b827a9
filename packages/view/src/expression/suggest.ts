import { foldText } from '@throughline/base';

/** The candidate closest to a misspelt word, if one is close. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = foldText(word);
  const most = Math.max(1, Math.floor(folded.length / 3));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const distance = editDistance(folded, foldText(candidate), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const found = suggest(word, candidates);
  return found === undefined ? undefined : `Did you mean ${found}?`;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; at most `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      current[j] = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + (isSame ? 0 : 1),
        swaps ? (older[j - 2] as number) + 1 : Infinity,
      );
    }
    [older, previous] = [previous, current];
  }
  return Math.min(limit, previous[b.length] as number);
}
