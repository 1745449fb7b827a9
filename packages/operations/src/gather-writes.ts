/**
 * Writes of a workspace wait for each other at the head of its log. Those that come while one is under way are
 * gathered and run as one: one after the other in one transaction, with one commit. A write that comes alone
 * begins at once.
 */
import { must } from '@throughline/base';

export type Gatherer<Item, Result> = {
  readonly add: (workspace: string, item: Item) => Promise<Result>;
};

/** Runs some of the items, the first of them at least, and answers for each that it ran, in their order. */
export type RunTogether<Item, Result> = (
  items: readonly Item[],
) => Promise<readonly PromiseSettledResult<Result>[]>;

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/** In one transaction: more would keep the first of them waiting for its answer. */
const MOST_TOGETHER = 16;

export function makeGatherer<Item, Result>(run: RunTogether<Item, Result>): Gatherer<Item, Result> {
  const queues = new Map<string, Waiting<Item, Result>[]>();

  const work = async (workspace: string, queue: Waiting<Item, Result>[]): Promise<void> => {
    while (queue.length > 0) {
      const taken = queue.slice(0, MOST_TOGETHER);
      const settled = await run(taken.map(({ item }) => item)).catch((reason: unknown) =>
        taken.map(() => ({ status: 'rejected', reason }) as const),
      );
      queue.splice(0, settled.length);
      for (const [index, answer] of settled.entries()) {
        const { resolve, reject } = must(taken[index]);
        if (answer.status === 'fulfilled') resolve(answer.value);
        else reject(answer.reason);
      }
    }
    queues.delete(workspace);
  };

  return {
    add: (workspace, item) =>
      new Promise((resolve, reject) => {
        const waiting = { item, resolve, reject };
        const queue = queues.get(workspace);
        if (queue) {
          queue.push(waiting);
          return;
        }
        const fresh = [waiting];
        queues.set(workspace, fresh);
        void work(workspace, fresh);
      }),
  };
}
