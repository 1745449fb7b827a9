/** The benchmark's query and edit on @tanstack/db, to stand beside the engine's figures. */
import {
  and,
  createCollection,
  createLiveQueryCollection,
  gt,
  inArray,
  localOnlyCollectionOptions,
} from '@tanstack/db';

export type LiveIdea = {
  readonly id: string;
  readonly status: string;
  readonly reach: number;
  readonly impact: number;
  readonly title: string;
  readonly updatedAt: string;
};

export type LiveTimes = {
  /** Milliseconds until a new live query has its first answer; the records are there already. */
  readonly query: number;
  /** Milliseconds from an edit of one record until a live query holds it. */
  readonly edit: number;
};

const ROUNDS = 5;

export async function measureLiveCollection(
  ideas: readonly LiveIdea[],
  { clock, since }: { readonly clock: () => number; readonly since: string },
): Promise<LiveTimes> {
  const collection = createCollection(
    localOnlyCollectionOptions({ id: 'ideas', getKey: (idea: LiveIdea) => idea.id, initialData: [...ideas] }),
  );
  await collection.preload();
  const open = () =>
    createLiveQueryCollection((q) =>
      q
        .from({ idea: collection })
        .where(({ idea }) =>
          and(inArray(idea.status, ['now', 'next', 'later']), gt(idea.reach, 200), gt(idea.updatedAt, since)),
        )
        .orderBy(({ idea }) => idea.impact, 'desc')
        .orderBy(({ idea }) => idea.title, 'asc'),
    );
  const queries: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = clock();
    const live = open();
    const found = await live.toArrayWhenReady();
    queries.push(clock() - start);
    if (found.length === 0) throw new Error('Nothing was found');
    await live.cleanup();
  }
  const live = open();
  const [first] = await live.toArrayWhenReady();
  const edits: number[] = [];
  for (let round = 0; round < ROUNDS * 5; round++) {
    const start = clock();
    collection.update(first?.id ?? '', (draft) => {
      Object.assign(draft, { impact: 50 + (round % 50) });
    });
    if (live.get(first?.id ?? '')?.impact !== 50 + (round % 50)) throw new Error('The edit is not shown');
    edits.push(clock() - start);
  }
  await live.cleanup();
  return { query: middle(queries), edit: middle(edits) };
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}
