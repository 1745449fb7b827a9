/**
 * Feedback by what it says. An index for each workspace, made when it is first asked for and brought up to the log's
 * head whenever it is asked again: a function of the log, held in memory alone.
 */
import { setImmediate } from 'node:timers/promises';
import {
  readChangedFeedback,
  readFeedbackTexts,
  type FeedbackText,
  type Runtime,
} from '@throughline/operations';
import {
  addItem,
  findSimilar,
  makeLexicalIndex,
  removeItem,
  searchTexts,
  type AskedItem,
  type FoundItem,
  type LexicalIndex,
  type SimilarItem,
} from '@throughline/text';
import { compactIndex } from './compact-index.ts';
import { followWorkspaces } from './follow-workspaces.ts';

export type Place = Pick<FeedbackText, 'space' | 'portal'>;

export type TextQuery = {
  readonly limit: number;
  /** Which feedback may be told of. */
  readonly accepts: (place: Place, id: string) => boolean;
};

export type FeedbackTexts = {
  /** Like a text, the likest first. */
  readonly similar: (
    workspace: string,
    asked: AskedItem,
    query: TextQuery,
  ) => Promise<readonly SimilarItem[]>;
  /** About the words that somebody looks for, which may be misspelt. */
  readonly search: (workspace: string, words: string, query: TextQuery) => Promise<readonly FoundItem[]>;
};

type Followed = { index: LexicalIndex; readonly places: Map<string, Place>; seq: number };

const PAGE = 1000;

export function makeFeedbackTexts(runtime: Runtime): FeedbackTexts {
  const follow = followWorkspaces<Followed>({
    build: (workspace) => build(runtime, workspace),
    catchUp: (workspace, held) => catchUp(runtime, workspace, held),
  });
  const optionsOf = ({ places }: Followed, { limit, accepts }: TextQuery) => ({
    limit,
    accepts: (id: string): boolean => {
      const place = places.get(id);
      return place !== undefined && accepts(place, id);
    },
  });

  return {
    similar: async (workspace, asked, query) => {
      const followed = await follow(workspace);
      return findSimilar(followed.index, asked, optionsOf(followed, query));
    },
    search: async (workspace, words, query) => {
      const followed = await follow(workspace);
      return searchTexts(followed.index, words, optionsOf(followed, query));
    },
  };
}

async function build(runtime: Runtime, workspace: string): Promise<Followed> {
  // What is written meanwhile is read again, and is the same.
  const { seq } = await readChangedFeedback(runtime, workspace, 0);
  const followed: Followed = { index: makeLexicalIndex(), places: new Map(), seq };
  for (let after = ''; ;) {
    const page = await readFeedbackTexts(runtime, workspace, { after, limit: PAGE });
    for (const text of page) {
      put(followed, text);
      // Requests that wait are answered in between.
      if (followed.places.size % 50 === 0) await setImmediate();
    }
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return followed;
    after = last.id;
  }
}

async function catchUp(runtime: Runtime, workspace: string, followed: Followed): Promise<Followed> {
  const { texts, ids, seq } = await readChangedFeedback(runtime, workspace, followed.seq);
  const there = new Set(texts.map(({ id }) => id));
  for (const id of ids) if (!there.has(id)) drop(followed, id);
  for (const text of texts) put(followed, text);
  followed.seq = seq;
  followed.index = await compactIndex(followed.index);
  return followed;
}

function put({ index, places }: Followed, { id, title, body, at, space, portal }: FeedbackText): void {
  addItem(index, { id, texts: [{ title, body }], ...(at === null ? {} : { at }) });
  places.set(id, { space, portal });
}

function drop({ index, places }: Followed, id: string): void {
  removeItem(index, id);
  places.delete(id);
}
