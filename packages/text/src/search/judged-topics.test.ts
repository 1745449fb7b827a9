import { describe, expect, it } from 'vitest';
import { addItem, makeLexicalIndex, type LexicalIndex } from '../lexical/lexical-index.ts';
import { averagePrecision, precisionAt } from '../measures/ranking.ts';
import { givenRoot } from '../testing/given-corpora.ts';
import { judgedTopics, type JudgedTopic } from '../testing/judged-topics.ts';
import { searchPlainly } from '../testing/plain-bm25.ts';
import { searchTexts } from './search-texts.ts';

const ROOT = givenRoot() ?? '';

function measure(
  topics: readonly JudgedTopic[],
  rankings: readonly (readonly string[])[],
): { readonly precision: number; readonly average: number } {
  const seen = topics.map(({ isRelevant }, at) =>
    (rankings[at] ?? []).flatMap((id) => isRelevant.get(id) ?? []),
  );
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    precision: mean(seen.map((one) => precisionAt(one, 10))),
    average: mean(
      seen.map((one, at) =>
        averagePrecision(one, [...(topics[at]?.isRelevant.values() ?? [])].filter(Boolean).length),
      ),
    ),
  };
}

function search(
  topics: readonly JudgedTopic[],
  change: (query: string) => string,
): readonly (readonly string[])[] {
  const indexes = new Map<JudgedTopic['texts'], LexicalIndex>();
  return topics.map(({ query, texts, isRelevant }) => {
    const index = indexes.get(texts) ?? makeLexicalIndex();
    if (!indexes.has(texts)) for (const [id, body] of texts) addItem(index, { id, texts: [{ body }] });
    indexes.set(texts, index);
    return searchTexts(index, change(query), { limit: texts.size })
      .map(({ id }) => id)
      .filter((id) => isRelevant.has(id));
  });
}

/** Two letters of two in three words change places. */
function misspell(query: string): string {
  return query
    .split(' ')
    .map((word, at) =>
      at % 3 < 2 && word.length > 4 ? `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` : word,
    )
    .join(' ');
}

describe.skipIf(ROOT === '')('search, on real texts', () => {
  it('finds reviews about a feature', () => {
    const topics = judgedTopics(ROOT, 'reviews');
    const found = measure(
      topics,
      search(topics, (query) => query),
    );
    // BM25 reaches 0.575 and 0.668.
    expect(found.precision).toBeGreaterThanOrEqual(0.62);
    expect(found.average).toBeGreaterThan(0.72);
  });

  it('finds messages by the name of their intent, misspelt or not, better than plain BM25', () => {
    const topics = judgedTopics(ROOT, 'intents');
    const plain = measure(topics, searchPlainly(topics));
    const found = measure(
      topics,
      search(topics, (query) => query),
    );
    expect(found.precision).toBeGreaterThan(plain.precision + 0.03);
    expect(found.average).toBeGreaterThan(plain.average + 0.05);
    const misspelt = measure(topics, search(topics, misspell));
    expect(misspelt.precision).toBeGreaterThan(found.precision - 0.05);
  });
});
