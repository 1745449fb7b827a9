/** Keeps the indexes of sortable fields: one workspace at a time, outside of requests. */
import { forgetSortLeftovers, keepSortIndexes, type Runtime } from '@throughline/operations';

export type SortKeeper = {
  /** Fields of a workspace may have changed. */
  readonly poke: (workspace: string) => void;
  /** Why an index could not be made the last time, by field; tried again after a while. */
  readonly problemOf: (workspace: string, field: string) => string | undefined;
  /** Resolves when none is being made. */
  readonly close: () => Promise<void>;
};

/** How long after a failure, or while another process is at it, it is tried again. */
const RETRY_MS = 60_000;

export function makeSortKeeper(runtime: Runtime, onError: (error: unknown) => void): SortKeeper {
  const poked = new Set<string>();
  const problems = new Map<string, ReadonlyMap<string, string>>();
  const timers = new Set<NodeJS.Timeout>();
  let running: Promise<void> | null = null;
  let isClosed = false;

  const later = (workspace: string): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      poke(workspace);
    }, RETRY_MS);
    timers.add(timer);
  };
  const keep = async (workspace: string): Promise<void> => {
    const failed = new Map<string, string>();
    const note = (error: unknown, field: string): void => {
      failed.set(field, error instanceof Error ? error.message : String(error));
      if (problems.get(workspace)?.get(field) !== failed.get(field)) onError(error);
    };
    const isDone = await keepSortIndexes(runtime, workspace, { onError: note, isStopping: () => isClosed });
    problems.set(workspace, failed);
    if (!isDone || failed.size > 0) later(workspace);
  };
  const run = async (): Promise<void> => {
    for (const workspace of poked) {
      poked.delete(workspace);
      if (isClosed) return;
      await keep(workspace).catch((error: unknown) => {
        onError(error);
        later(workspace);
      });
    }
  };
  const start = (): void => {
    running ??= run().finally(() => {
      running = null;
      if (poked.size > 0 && !isClosed) start();
    });
  };
  const poke = (workspace: string): void => {
    if (isClosed) return;
    poked.add(workspace);
    start();
  };
  running = forgetSortLeftovers(runtime)
    .catch(onError)
    .finally(() => {
      running = null;
      if (poked.size > 0) start();
    });

  return {
    poke,
    problemOf: (workspace, field) => problems.get(workspace)?.get(field),
    close: async () => {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      while (running !== null) await running;
    },
  };
}
