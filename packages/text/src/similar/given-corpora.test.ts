import { describe, expect, it } from 'vitest';
import { firstRelevant, measureHits } from '../measures/ranking.ts';
import { givenRoot, openCorpus, type Corpus } from '../testing/given-corpora.ts';
import { rankPlainly } from '../testing/plain-bm25.ts';
import { rankCorpus } from '../testing/rank-corpus.ts';

const ROOT = givenRoot() ?? '';
const DEPTH = 100;

function measure(
  { queries }: Corpus,
  rankings: readonly (readonly string[])[],
): { readonly hit10: number; readonly reciprocal: number } {
  const places = rankings.map((ranking, at) =>
    firstRelevant(ranking, new Set([...(queries[at]?.relevant ?? [])].map(String))),
  );
  const { hit, reciprocal } = measureHits(places, [10]);
  return { hit10: hit.get(10) ?? 0, reciprocal };
}

/** Every third query: enough to tell. */
function thirdOf({ texts, queries }: Corpus): Corpus {
  return { texts, queries: queries.filter((_, at) => at % 3 === 0) };
}

describe.skipIf(ROOT === '')('similar texts, on real ones', () => {
  it('repeats among 20,859 issues are found by their texts alone', () => {
    const corpus = thirdOf(openCorpus(ROOT, 'hadoop'));
    const found = measure(corpus, rankCorpus(corpus, { depth: DEPTH, withTime: false }));
    // Plain BM25 reaches 0.604 and 0.474 on all queries.
    expect(found.hit10).toBeGreaterThan(0.71);
    expect(found.reciprocal).toBeGreaterThan(0.56);
  });

  it.each([
    ['gitbugs', 0.06, 0.1],
    ['intents', 0.03, 0.05],
  ] as const)('of %s as much more is found than by plain BM25', (name, moreHits, moreReciprocal) => {
    const corpus = openCorpus(ROOT, name);
    const plain = measure(corpus, rankPlainly(corpus, DEPTH));
    const found = measure(corpus, rankCorpus(corpus, { depth: DEPTH, withTime: false }));
    expect(found.hit10 - plain.hit10).toBeGreaterThan(moreHits);
    expect(found.reciprocal - plain.reciprocal).toBeGreaterThan(moreReciprocal);
    const timed = measure(corpus, rankCorpus(corpus, { depth: DEPTH, withTime: true }));
    expect(timed.reciprocal).toBeGreaterThanOrEqual(found.reciprocal);
  });
});
