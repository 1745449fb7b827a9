/**
 * Similar texts and search: how fast and how large at 100,000 pieces of feedback, and how good on real texts (where
 * `THROUGHLINE_DATA` has them) beside plain BM25 in the same run.
 */
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { makeRandom, type Random } from '@throughline/flow';
import { openLiteEmbedder } from '@throughline/meaning';
import {
  addItem,
  addItemsInSteps,
  averagePrecision,
  findSimilar,
  findThemes,
  firstRelevant,
  makeLexicalIndex,
  measureHits,
  mutualInformation,
  precisionAt,
  searchTexts,
  type LexicalIndex,
  type TextItem,
} from '@throughline/text';
import {
  judgedTopics,
  measureIntents,
  measureIssues,
  measureReviews,
  openCorpus,
  rankCorpus,
  rankPlainly,
  readIntents,
  searchPlainly,
  type Corpus,
  type CorpusName,
  type JudgedTopic,
} from '@throughline/text/testing';
import { median, withBaseline, type Measures } from './measure.ts';

const DATA = process.env['THROUGHLINE_DATA'] ?? '../shared/data';
const ITEMS = 100_000;
const ASKED = 300;
const DEPTH = 100;
const HOUR = 3_600_000;
const WORDS_IN_USE = 60_000;
const SYLLABLES = 'ba con de ex fi gra in ject ko lo men na or per qui ra sta ti un ver wi yo za ing'.split(
  ' ',
);

export async function measureText(): Promise<Measures> {
  const speed = measureSpeed();
  if (!existsSync(`${DATA}/duplicates-hadoop`)) return speed;
  return {
    ...speed,
    ...measureSimilar(),
    ...measureSearch(),
    ...measureLabels(),
    ...(await measureThemes()),
  };
}

function measureSpeed(): Measures {
  const random = makeRandom(4);
  const words = makeWords(random);
  const write = (): string => writeFeedback(words, random);
  const items = Array.from({ length: ITEMS }, (_, at): TextItem => {
    const id = `feedback_${at}`;
    return { id, texts: [{ body: write() }], at: at * HOUR };
  });
  const before = held();
  const start = performance.now();
  const index = makeLexicalIndex();
  const steps: number[] = [];
  let stepped = start;
  for (const _ of addItemsInSteps(index, items)) {
    steps.push(performance.now() - stepped);
    stepped = performance.now();
  }
  const seconds = (performance.now() - start) / 1000;
  const memory = (held() - before) / 1e6;
  const again = (): string => items[Math.floor(random() * ITEMS)]?.texts[0]?.body ?? '';
  const add = timeEach(ASKED, (at) => addItem(index, { id: `new ${at}`, texts: [{ body: write() }] }));
  return {
    'text.similar.query': { value: timeEach(ASKED, () => ask(index, again())), unit: 'ms' },
    'text.similar.add': { value: add, unit: 'ms' },
    'text.similar.reindex': { value: seconds, unit: 's' },
    'text.similar.step': {
      value: steps.toSorted((a, b) => a - b)[Math.floor(steps.length * 0.95)] ?? 0,
      unit: 'ms',
    },
    'text.similar.memory': { value: memory, unit: 'MB' },
    'text.search.query': {
      value: timeEach(ASKED, () =>
        searchTexts(index, again().split(' ').slice(3, 6).join(' '), { isTyping: true }),
      ),
      unit: 'ms',
    },
  };
}

function ask(index: LexicalIndex, body: string): void {
  findSimilar(index, { body, at: ITEMS * HOUR });
}

function timeEach(rounds: number, work: (round: number) => unknown): number {
  return median(
    Array.from({ length: rounds }, (_, round) => {
      const start = performance.now();
      work(round);
      return performance.now() - start;
    }),
  );
}

function held(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function makeWords(random: Random): readonly string[] {
  const pick = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  return Array.from({ length: WORDS_IN_USE }, () =>
    Array.from({ length: 2 + Math.floor(3 * random()) }, pick).join(''),
  );
}

/** Some 400 characters; a word is the rarer the further down it stands (Zipf), and one in thirty is misspelt. */
function writeFeedback(words: readonly string[], random: Random): string {
  return Array.from({ length: 15 + Math.floor(70 * random()) }, () => {
    const word = words[Math.floor(WORDS_IN_USE ** random()) - 1] ?? '';
    if (random() > 1 / 30) return word;
    const at = Math.floor(random() * word.length);
    return `${word.slice(0, at)}${word.slice(at + 1)}`;
  }).join(' ');
}

const CORPORA: readonly (readonly [string, CorpusName])[] = [
  ['duplicates', 'hadoop'],
  ['gitbugs', 'gitbugs'],
  ['intents', 'intents'],
];

function measureSimilar(): Measures {
  return Object.assign(
    {},
    ...CORPORA.map(([name, corpusName]): Measures => {
      const corpus = openCorpus(DATA, corpusName);
      const plain = hitsOf(corpus, rankPlainly(corpus, DEPTH));
      const timed = hitsOf(corpus, rankCorpus(corpus, { depth: DEPTH, withTime: true }));
      const untimed = hitsOf(corpus, rankCorpus(corpus, { depth: DEPTH, withTime: false }));
      return {
        [`text.${name}.hit10`]: withBaseline(timed.hit10, '', plain.hit10),
        [`text.${name}.mrr`]: withBaseline(timed.mrr, '', plain.mrr),
        [`text.${name}.untimed.hit10`]: withBaseline(untimed.hit10, '', plain.hit10),
        [`text.${name}.untimed.mrr`]: withBaseline(untimed.mrr, '', plain.mrr),
      };
    }),
  ) as Measures;
}

function hitsOf(
  { queries }: Corpus,
  rankings: readonly (readonly string[])[],
): { readonly hit10: number; readonly mrr: number } {
  const places = rankings.map((ranking, at) =>
    firstRelevant(ranking, new Set([...(queries[at]?.relevant ?? [])].map(String))),
  );
  const { hit, reciprocal } = measureHits(places, [10]);
  return { hit10: hit.get(10) ?? 0, mrr: reciprocal };
}

function measureSearch(): Measures {
  return Object.assign(
    {},
    ...(['reviews', 'intents'] as const).map((name): Measures => {
      const topics = judgedTopics(DATA, name);
      const plain = precisionOf(topics, searchPlainly(topics));
      const found = precisionOf(topics, searchAll(topics));
      return {
        [`text.search.${name}.p10`]: withBaseline(found.p10, '', plain.p10),
        [`text.search.${name}.map`]: withBaseline(found.map, '', plain.map),
      };
    }),
  ) as Measures;
}

function searchAll(topics: readonly JudgedTopic[]): readonly (readonly string[])[] {
  const indexes = new Map<JudgedTopic['texts'], LexicalIndex>();
  return topics.map(({ query, texts, isRelevant }) => {
    const index = indexes.get(texts) ?? makeLexicalIndex();
    if (!indexes.has(texts)) for (const [id, body] of texts) addItem(index, { id, texts: [{ body }] });
    indexes.set(texts, index);
    return searchTexts(index, query, { limit: texts.size })
      .map(({ id }) => id)
      .filter((id) => isRelevant.has(id));
  });
}

function precisionOf(
  topics: readonly JudgedTopic[],
  rankings: readonly (readonly string[])[],
): { readonly p10: number; readonly map: number } {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const seen = topics.map(({ isRelevant }, at) =>
    (rankings[at] ?? []).map((id) => isRelevant.get(id) === true),
  );
  return {
    p10: mean(seen.map((one) => precisionAt(one, 10))),
    map: mean(
      seen.map((one, at) =>
        averagePrecision(one, [...(topics[at]?.isRelevant.values() ?? [])].filter(Boolean).length),
      ),
    ),
  };
}

/** Each by texts that were not learnt from: docs/text.md says which. */
function measureLabels(): Measures {
  return {
    'text.labels.issues': { value: measureIssues(DATA).macroF1, unit: '' },
    'text.labels.intents': { value: measureIntents(DATA, 'most').accuracy, unit: '' },
    'text.labels.intents.ten': { value: measureIntents(DATA, 'ten').accuracy, unit: '' },
    'text.labels.reviews': { value: measureReviews(DATA).macroF1, unit: '' },
  };
}

/** 77 intents, without being told how many there are: by wording and meaning. */
async function measureThemes(): Promise<Measures> {
  const messages = readIntents(DATA);
  const embedder = openLiteEmbedder();
  const vectors = await embedder.embed(messages.map(({ text }) => text.body));
  await embedder.close();
  const start = performance.now();
  const themes = findThemes(
    messages.map(({ text }, at) => ({
      id: String(at),
      text: text.body,
      vector: vectors[at] as Float32Array,
    })),
  );
  const seconds = (performance.now() - start) / 1000;
  const given = messages.map((_, at) => `alone ${at}`);
  for (const { id, members } of themes) for (const member of members) given[Number(member)] = id;
  const labels = messages.map(({ label }) => label);
  return {
    'text.themes.nmi': { value: mutualInformation(given, labels), unit: '' },
    'text.themes.find': { value: seconds, unit: 's' },
  };
}
