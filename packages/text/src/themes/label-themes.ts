/** The words that tell a theme from the others (c-TF-IDF: Grootendorst 2022), as people wrote them. */
import { visitFeatures } from '../classify/read-features.ts';
import { isStopWord } from '../words/stop-words.ts';
import type { Stem } from '../words/stemmer.ts';

export type LabelOptions = { readonly groups: readonly number[]; readonly stem: Stem };

const SHOWN = 3;
/** Two words that stand together say more than each, where they are about as telling. */
const PAIR = 1.2;
const LEAST_LETTERS = 2;

/** For each group its words, the most telling first; those of a word or a pair already shown are left out. */
export function labelThemes(
  texts: readonly string[],
  { groups, stem }: LabelOptions,
): ReadonlyMap<number, readonly string[]> {
  const counted = new Map<number, Map<string, Term>>();
  const inAll = new Map<string, number>();
  for (const [place, text] of texts.entries()) {
    const group = groups[place] as number;
    const terms = counted.get(group) ?? new Map<string, Term>();
    counted.set(group, terms);
    for (const [name, shown] of readTerms(text, stem)) {
      const term = terms.get(name) ?? { count: 0, shown: new Map() };
      terms.set(name, term);
      term.count += 1;
      term.shown.set(shown, (term.shown.get(shown) ?? 0) + 1);
      inAll.set(name, (inAll.get(name) ?? 0) + 1);
    }
  }
  const usual = texts.length / Math.max(1, counted.size);
  return new Map([...counted].map(([group, terms]) => [group, pickWords(terms, { inAll, usual })]));
}

type Term = { count: number; readonly shown: Map<string, number> };

/** Words and pairs, each once a text, with how they are written. */
function readTerms(text: string, stem: Stem): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  visitFeatures(
    { body: text },
    ({ block, name, shown }) => {
      const words = shown.split(' ');
      const isWhole = words.length === name.split(' ').length;
      if (block !== 'words' && !(block === 'pairs' && words.length === 2)) return;
      if (isWhole && words.every(isTelling)) terms.set(name, shown);
    },
    stem,
  );
  return terms;
}

function isTelling(word: string): boolean {
  return !isStopWord(word) && word.length >= LEAST_LETTERS && /\p{L}/u.test(word);
}

function pickWords(
  terms: ReadonlyMap<string, Term>,
  { inAll, usual }: { readonly inAll: ReadonlyMap<string, number>; readonly usual: number },
): readonly string[] {
  const weighed = [...terms].map(([name, { count, shown }]) => ({
    stems: name.split(' '),
    shown: mostUsed(shown),
    weight: count * Math.log(1 + usual / (inAll.get(name) as number)) * (name.includes(' ') ? PAIR : 1),
  }));
  const picked: { readonly stems: readonly string[]; readonly shown: string }[] = [];
  for (const term of weighed.toSorted((a, b) => b.weight - a.weight || (a.shown < b.shown ? -1 : 1))) {
    if (picked.length === SHOWN) break;
    const isNew = picked.every(({ stems }) => !stems.some((one) => term.stems.includes(one)));
    if (isNew) picked.push(term);
  }
  return picked.map(({ shown }) => shown);
}

function mostUsed(shown: ReadonlyMap<string, number>): string {
  return [...shown].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}
