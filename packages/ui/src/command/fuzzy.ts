/** Where the letters of a query were found in a text, and how good the find is (higher is better). */
export interface FuzzyMatch {
  readonly score: number;
  /** Index of each matched UTF-16 unit in the text. */
  readonly positions: readonly number[];
}

const wordStartBonus = 8;
const runBonus = 6;
const gapCost = 0.2;

/**
 * Finds the letters of `query` in `text` in their order, letting others stand between. Starts of words and
 * unbroken runs count more, so `ni` finds "New idea" before "Finish". Spaces in the query are skipped.
 */
export function fuzzyMatch(text: string, query: string): FuzzyMatch | undefined {
  const letters = Array.from(query.toLowerCase()).filter((letter) => letter.trim() !== '');
  const haystack = text.toLowerCase();
  const whole = haystack.indexOf(letters.join(''));
  const positions =
    whole >= 0 ? letters.map((_, index) => whole + index) : findLetters(text, haystack, letters);
  return positions && { score: scoreOf(text, positions), positions };
}

/** Prefers, for each letter, the next start of a word over the next place it occurs. */
function findLetters(text: string, haystack: string, letters: readonly string[]): number[] | undefined {
  const preferring = place(haystack, letters, (letter, from) => {
    for (let at = haystack.indexOf(letter, from); at >= 0; at = haystack.indexOf(letter, at + 1)) {
      if (at === from || isWordStart(text, at)) return at;
    }
    return -1;
  });
  return preferring ?? place(haystack, letters, () => -1);
}

function place(
  haystack: string,
  letters: readonly string[],
  prefer: (letter: string, from: number) => number,
): number[] | undefined {
  const positions: number[] = [];
  let from = 0;
  for (const letter of letters) {
    const preferred = prefer(letter, from);
    const at = preferred >= 0 ? preferred : haystack.indexOf(letter, from);
    if (at < 0) return undefined;
    positions.push(at);
    from = at + 1;
  }
  return positions;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[\s\-_/.:(]/.test(text.charAt(at - 1));
}

function scoreOf(text: string, positions: readonly number[]): number {
  let score = 0;
  for (const [index, at] of positions.entries()) {
    const before = positions[index - 1];
    if (isWordStart(text, at)) score += wordStartBonus;
    if (before !== undefined && at === before + 1) score += runBonus;
    score -= before === undefined ? at * gapCost : (at - before - 1) * gapCost;
  }
  return score - text.length * 0.01;
}

/** Keeps what matches, best first; equals stay in their order. An empty query keeps everything. */
export function fuzzyFilter<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
): readonly Item[] {
  if (query.trim() === '') return items;
  return items
    .flatMap((item) => {
      const match = fuzzyMatch(textOf(item), query);
      return match ? [{ item, score: match.score }] : [];
    })
    .sort((first, second) => second.score - first.score)
    .map(({ item }) => item);
}
