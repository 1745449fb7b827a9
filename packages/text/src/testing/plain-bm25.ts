/**
 * BM25 as it is usually written (k1 1.2, b 0.75, lower case, no stop words), for standing beside: for repetitions
 * without stems and without words that more than about a third of the texts have, for topics with a few endings left
 * out, as the published floors have it.
 */
import { compareCodePoints } from '@throughline/base';
import type { Corpus } from './given-corpora.ts';
import type { JudgedTopic } from './judged-topics.ts';

type Counted = { readonly counts: ReadonlyMap<string, number>; readonly length: number };

type Shorten = (token: string) => string;

const asItIs: Shorten = (token) => token;
/** A few endings of English left out, in place of stems. */
const withoutEnding: Shorten = (token) =>
  token.length > 4 ? token.replace(/(ing|ies|es|s|ed)$/, '') : token;

function countTokens(text: string, shorten: Shorten): Counted {
  const counts = new Map<string, number>();
  const tokens = (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(shorten);
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return { counts, length: tokens.length };
}

type Plain = {
  readonly texts: readonly Counted[];
  readonly score: (asked: Counted, before: number) => ReadonlyMap<number, number>;
};

type PlainOptions = { readonly leastRarity: number; readonly shorten: Shorten };

function makePlain(given: readonly string[], { leastRarity, shorten }: PlainOptions): Plain {
  const texts = given.map((text) => countTokens(text, shorten));
  const postings = new Map<string, (readonly [number, number])[]>();
  for (const [place, { counts }] of texts.entries())
    for (const [token, count] of counts) {
      const list = postings.get(token);
      if (list === undefined) postings.set(token, [[place, count]]);
      else list.push([place, count]);
    }
  const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const score: Plain['score'] = (asked, before) => {
    const scores = new Map<number, number>();
    for (const token of asked.counts.keys()) {
      const list = postings.get(token) ?? [];
      const rarity = Math.log(1 + (texts.length - list.length + 0.5) / (list.length + 0.5));
      if (rarity < leastRarity) continue;
      for (const [place, count] of list) {
        if (place >= before) break;
        const length = 0.25 + (0.75 * (texts[place] as Counted).length) / average;
        scores.set(place, (scores.get(place) ?? 0) + (rarity * count * 2.2) / (count + 1.2 * length));
      }
    }
    return scores;
  };
  return { texts, score };
}

/** For each query of a corpus, the places found, best first. */
export function rankPlainly({ texts, queries }: Corpus, depth: number): readonly (readonly string[])[] {
  const plain = makePlain(
    texts.map(({ title, body }) => `${title} ${body}`),
    { leastRarity: 1, shorten: asItIs },
  );
  return queries.map(({ asked, before }) =>
    [...plain.score(plain.texts[asked] as Counted, before)]
      .toSorted(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
      .slice(0, depth)
      .map(([place]) => String(place)),
  );
}

/** The judged texts of each topic, best first; topics with the same texts share an index. */
export function searchPlainly(topics: readonly JudgedTopic[]): readonly (readonly string[])[] {
  const indexes = new Map<JudgedTopic['texts'], Plain>();
  return topics.map(({ query, texts, isRelevant }) => {
    const plain =
      indexes.get(texts) ?? makePlain([...texts.values()], { leastRarity: 0, shorten: withoutEnding });
    indexes.set(texts, plain);
    const scores = plain.score(countTokens(query, withoutEnding), texts.size);
    return [...texts.keys()]
      .map((id, place) => ({ id, score: scores.get(place) ?? 0 }))
      .filter(({ id }) => isRelevant.has(id))
      .toSorted((a, b) => b.score - a.score || compareCodePoints(a.id, b.id))
      .map(({ id }) => id);
  });
}
