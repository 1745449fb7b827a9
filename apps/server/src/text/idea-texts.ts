/**
 * Ideas by what they and the feedback linked to them say: which of them a piece of feedback may belong to. An index
 * for each workspace, a function of the log, held in memory alone.
 */
import { setImmediate } from 'node:timers/promises';
import { readChangedIdeas, readIdeaTexts, type IdeaText, type Runtime } from '@throughline/operations';
import {
  addItem,
  findSimilar,
  fitSuggestions,
  makeLexicalIndex,
  measureStandOut,
  removeItem,
  suggestSimilar,
  type AskedItem,
  type LexicalIndex,
  type SimilarItem,
} from '@throughline/text';
import { compactIndex } from './compact-index.ts';
import { followWorkspaces } from './follow-workspaces.ts';

export type IdeaQuery = {
  /** Which ideas may be told of. */
  readonly accepts: (space: string, id: string) => boolean;
};

export type LikelyIdea = SimilarItem & {
  /** The feedback linked to the idea that it is like; undefined where it is like the idea itself. */
  readonly like: { readonly feedback: string; readonly space: string } | undefined;
};

export type IdeaTexts = {
  /** Up to three ideas where one stands out, else none. */
  readonly suggest: (workspace: string, asked: AskedItem, query: IdeaQuery) => Promise<readonly LikelyIdea[]>;
  /** Ideas like an idea, the likest first; none where it is not known. */
  readonly similar: (
    workspace: string,
    idea: string,
    query: IdeaQuery & { readonly limit: number },
  ) => Promise<readonly SimilarItem[]>;
};

type Followed = {
  index: LexicalIndex;
  readonly ideas: Map<string, IdeaText>;
  /** By insights and by feedback. */
  readonly ideasOf: Map<string, Set<string>>;
  seq: number;
  threshold: number;
  /** How many texts were put in since the threshold was found. */
  unfitted: number;
};

const PAGE = 500;
/** Of the workspace's own, from which the threshold is found. */
const SAMPLE = 200;
/** The threshold is found anew once so many of the ideas have changed. */
const REFIT = 0.1;

export function makeIdeaTexts(runtime: Runtime): IdeaTexts {
  const follow = followWorkspaces<Followed>({
    build: (workspace) => build(runtime, workspace),
    catchUp: (workspace, held) => catchUp(runtime, workspace, held),
  });
  const acceptsOf =
    ({ ideas }: Followed, { accepts }: IdeaQuery) =>
    (id: string): boolean => {
      const idea = ideas.get(id);
      return idea !== undefined && accepts(idea.space, id);
    };
  return {
    suggest: async (workspace, asked, query) => {
      const followed = await follow(workspace);
      const { index, threshold, ideas } = followed;
      return suggestSimilar(index, asked, { threshold, accepts: acceptsOf(followed, query) }).map((item) => ({
        ...item,
        // Its first text is the idea's own.
        like: ideas.get(item.id)?.linked[item.text - 1],
      }));
    },
    similar: async (workspace, idea, query) => {
      const followed = await follow(workspace);
      const asked = followed.ideas.get(idea);
      if (asked === undefined) return [];
      return findSimilar(followed.index, asked, { limit: query.limit, accepts: acceptsOf(followed, query) });
    },
  };
}

async function build(runtime: Runtime, workspace: string): Promise<Followed> {
  const none = { since: 0, ideasOf: () => [] };
  // What is written meanwhile is read again, and is the same.
  const { seq } = await readChangedIdeas(runtime, workspace, none);
  const followed: Followed = {
    index: makeLexicalIndex(),
    ideas: new Map(),
    ideasOf: new Map(),
    seq,
    threshold: Infinity,
    unfitted: 0,
  };
  for (let after = ''; ;) {
    const page = await readIdeaTexts(runtime, workspace, { after, limit: PAGE });
    for (const idea of page) {
      put(followed, idea);
      // Requests that wait are answered in between.
      await setImmediate();
    }
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) break;
    after = last.id;
  }
  await fit(followed);
  return followed;
}

async function catchUp(runtime: Runtime, workspace: string, followed: Followed): Promise<Followed> {
  const { texts, ids, seq } = await readChangedIdeas(runtime, workspace, {
    since: followed.seq,
    ideasOf: (id) => followed.ideasOf.get(id) ?? [],
  });
  const there = new Set(texts.map(({ id }) => id));
  for (const id of ids) if (!there.has(id)) drop(followed, id);
  for (const idea of texts) put(followed, idea);
  followed.seq = seq;
  followed.index = await compactIndex(followed.index);
  if (followed.unfitted > REFIT * followed.ideas.size) await fit(followed);
  return followed;
}

function put(followed: Followed, idea: IdeaText): void {
  const { id, title, body, linked } = idea;
  forgetLinks(followed, id);
  addItem(followed.index, { id, texts: [{ title, body }, ...linked] });
  followed.ideas.set(id, idea);
  followed.unfitted += 1;
  for (const { insight, feedback } of linked)
    for (const key of [insight, feedback]) {
      const ideas = followed.ideasOf.get(key) ?? new Set();
      followed.ideasOf.set(key, ideas.add(id));
    }
}

function drop(followed: Followed, id: string): void {
  forgetLinks(followed, id);
  removeItem(followed.index, id);
  followed.ideas.delete(id);
}

function forgetLinks({ ideas, ideasOf }: Followed, id: string): void {
  for (const { insight, feedback } of ideas.get(id)?.linked ?? [])
    for (const key of [insight, feedback]) {
      const rest = ideasOf.get(key);
      rest?.delete(id);
      if (rest?.size === 0) ideasOf.delete(key);
    }
}

/**
 * What stands out where there is nothing to find: feedback beside all ideas but its own, and ideas beside all others
 * where too little feedback is linked.
 */
async function fit(followed: Followed): Promise<void> {
  const { index, ideas } = followed;
  const standOuts: number[] = [];
  for (const { asked, own } of sampleOf(ideas)) {
    standOuts.push(measureStandOut(index, asked, { accepts: (id) => !own.has(id) }));
    await setImmediate();
  }
  followed.threshold = fitSuggestions(standOuts);
  followed.unfitted = 0;
}

type Sampled = { readonly asked: AskedItem; readonly own: ReadonlySet<string> };

function sampleOf(ideas: ReadonlyMap<string, IdeaText>): readonly Sampled[] {
  const ideasOf = new Map<string, Set<string>>();
  const texts = new Map<string, AskedItem>();
  for (const { id, linked } of ideas.values())
    for (const { feedback, title, body } of linked) {
      ideasOf.set(feedback, (ideasOf.get(feedback) ?? new Set()).add(id));
      texts.set(feedback, { title, body });
    }
  const said = spread([...texts], SAMPLE).map(([feedback, asked]) => ({
    asked,
    own: ideasOf.get(feedback) ?? new Set<string>(),
  }));
  const rest = spread([...ideas.values()], SAMPLE - said.length);
  return [...said, ...rest.map(({ id, title, body }) => ({ asked: { title, body }, own: new Set([id]) }))];
}

/** So many of them, evenly from all. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, all.length / Math.max(1, count));
  return Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)] as T);
}
