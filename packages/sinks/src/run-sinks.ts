/** Keeps sinks at the head of the log, in every workspace that is poked. */
import { lockCursor, moveCursor, readChanges } from '@throughline/db';
import { executeWith, SYSTEM, type Runtime } from '@throughline/operations';
import type { Sink } from './sink.ts';

export type SinkRunner = {
  /** There may be something new in a workspace. */
  readonly poke: (workspace: string) => void;
  /** Resolves when no sink is at work; those that failed go on at the next start. */
  readonly close: () => Promise<void>;
};

export type SinkRunnerOptions = {
  readonly runtime: Runtime;
  readonly sinks: readonly Sink[];
  readonly onError: (error: unknown) => void;
  /** Changes that follow one another are taken together: how long they are gathered, in ms. */
  readonly gatherMs?: number;
};

const BATCH = 500;
const RETRY_MS = 5000;

export function makeSinkRunner({ runtime, sinks, onError, gatherMs = 250 }: SinkRunnerOptions): SinkRunner {
  const poked = new Set<string>();
  let running: Promise<void> | null = null;

  let isFailing = false;
  let again: NodeJS.Timeout | undefined;
  const succeeded = (): void => {
    isFailing = false;
  };
  /** Told once, and tried again: the cursor says where to go on. */
  const failed =
    (workspace: string) =>
    (error: unknown): void => {
      if (!isFailing) onError(error);
      isFailing = true;
      again = setTimeout(() => poke(workspace), RETRY_MS);
    };

  const run = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    for (const workspace of poked) {
      poked.delete(workspace);
      for (const sink of sinks) await catchUp(runtime, sink, workspace).then(succeeded, failed(workspace));
    }
  };

  const start = (): void => {
    running ??= run().finally(() => {
      running = null;
      if (poked.size > 0) start();
    });
  };

  const poke = (workspace: string): void => {
    poked.add(workspace);
    start();
  };

  return {
    poke,
    close: async () => {
      clearTimeout(again);
      while (running !== null) await running;
      clearTimeout(again);
    },
  };
}

/** Brings one sink to the head of the log, a batch a transaction. */
export async function catchUp(runtime: Runtime, sink: Sink, workspace: string): Promise<void> {
  for (let isBehind = true; isBehind;) {
    isBehind = false;
    await executeWith(runtime, { workspace, actor: SYSTEM, source: 'system', depth: 1 }, async (work) => {
      const since = await lockCursor(work.tx, workspace, sink.name);
      const changes = await readChanges(work.tx, workspace, { since, limit: BATCH });
      const last = changes.at(-1);
      if (!last) return {};
      await sink.apply(work, changes);
      await moveCursor(work.tx, workspace, { sink: sink.name, seq: last.seq });
      isBehind = changes.length === BATCH;
      return {};
    });
  }
}
