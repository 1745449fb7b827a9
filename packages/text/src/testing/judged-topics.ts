/** Queries of which it is known which texts are about them. */
import { groupRows, readRows } from './given-corpora.ts';

export type JudgedTopic = {
  readonly query: string;
  /** All texts that are searched, by id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of the texts that were judged; others are passed over. */
  readonly isRelevant: ReadonlyMap<string, boolean>;
};

/** `reviews`: 12 queries on the reviews of four apps; `intents`: the names of 77 intents on 10,003 messages. */
export function judgedTopics(root: string, name: 'reviews' | 'intents'): readonly JudgedTopic[] {
  return name === 'reviews' ? topicsOfReviews(root) : topicsOfIntents(root);
}

function topicsOfReviews(root: string): readonly JudgedTopic[] {
  const reviews = readRows(root, 'feedback-feature-search/reviews.csv.gz');
  const byApp = groupRows(reviews, (row) => row['app'] ?? '');
  const texts = new Map(
    [...byApp].map(([app, rows]) => [
      app,
      new Map(rows.map((row) => [row['review_id'] ?? '', row['text'] ?? ''])),
    ]),
  );
  const judged = readRows(root, 'feedback-feature-search/qrels.csv');
  const byQuery = groupRows(judged, (row) => `${row['app']}\t${row['query']}`);
  return [...byQuery.values()].map((rows) => ({
    query: rows[0]?.['query'] ?? '',
    texts: texts.get(rows[0]?.['app'] ?? '') ?? new Map<string, string>(),
    isRelevant: new Map(rows.map((row) => [row['review_id'] ?? '', row['relevant'] === 'Y'])),
  }));
}

function topicsOfIntents(root: string): readonly JudgedTopic[] {
  const messages = readRows(root, 'feedback-banking77/train.csv.gz');
  const texts = new Map(messages.map((row, at) => [String(at), row['text'] ?? '']));
  const intents = new Set(messages.map((row) => row['category'] ?? ''));
  return [...intents].map((intent) => ({
    query: intent.replaceAll('_', ' '),
    texts,
    isRelevant: new Map(messages.map((row, at) => [String(at), row['category'] === intent])),
  }));
}
