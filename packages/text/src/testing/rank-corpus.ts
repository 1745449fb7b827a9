/** What is found for each query of a corpus, as the product finds it. */
import { addItem, makeLexicalIndex } from '../lexical/lexical-index.ts';
import { findSimilar } from '../similar/find-similar.ts';
import type { Corpus } from './given-corpora.ts';

export type RankOptions = {
  readonly depth: number;
  /** Whether it may matter when things were said. */
  readonly withTime: boolean;
};

/** The places found, best first. */
export function rankCorpus(
  { texts, queries }: Corpus,
  { depth, withTime }: RankOptions,
): readonly (readonly string[])[] {
  const index = makeLexicalIndex();
  const asText = (place: number): { title: string; body: string; at?: number } => {
    const { title, body, at } = texts[place] as Corpus['texts'][number];
    return withTime && at !== undefined ? { title, body, at } : { title, body };
  };
  for (const place of texts.keys()) {
    const { at, ...text } = asText(place);
    addItem(index, { id: String(place), texts: [text], ...(at === undefined ? {} : { at }) });
  }
  return queries.map(({ asked, before }) =>
    findSimilar(index, asText(asked), { limit: depth, accepts: (id) => Number(id) < before }).map(
      ({ id }) => id,
    ),
  );
}
