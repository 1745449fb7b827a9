export { givenRoot, openCorpus, openTexts, type Corpus, type CorpusName } from './given-corpora.ts';
export { measureIntents, measureIssues, measureReviews, readIntents } from './given-labels.ts';
export { judgedTopics, type JudgedTopic } from './judged-topics.ts';
export { rankPlainly, searchPlainly } from './plain-bm25.ts';
export { rankCorpus } from './rank-corpus.ts';
