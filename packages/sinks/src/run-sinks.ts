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
  /** How long after a failure it is tried again, in ms. */
  readonly retryMs?: number;
};

const BATCH = 500;

export function makeSinkRunner({
  runtime,
  sinks,
  onError,
  gatherMs = 250,
  retryMs = 5000,
}: SinkRunnerOptions): SinkRunner {
  const poked = new Set<string>();
  let running: Promise<void> | null = null;
  let isClosed = false;

  /** Workspaces whose sinks failed, and when they are tried again. */
  const failing = new Map<string, NodeJS.Timeout>();
  const succeeded = (workspace: string) => (): void => {
    clearTimeout(failing.get(workspace));
    failing.delete(workspace);
  };
  /** Told once, and tried again: the cursor says where to go on. */
  const failed =
    (workspace: string) =>
    (error: unknown): void => {
      if (!failing.has(workspace)) onError(error);
      clearTimeout(failing.get(workspace));
      failing.set(
        workspace,
        setTimeout(() => poke(workspace), retryMs),
      );
    };

  const run = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    for (const workspace of poked) {
      poked.delete(workspace);
      await catchUpAll(runtime, sinks, workspace).then(succeeded(workspace), failed(workspace));
    }
  };

  const start = (): void => {
    running ??= run().finally(() => {
      running = null;
      if (poked.size > 0) start();
    });
  };

  const poke = (workspace: string): void => {
    if (isClosed) return;
    poked.add(workspace);
    start();
  };

  return {
    poke,
    close: async () => {
      isClosed = true;
      while (running !== null) await running;
      for (const timer of failing.values()) clearTimeout(timer);
    },
  };
}

/** One that fails keeps none of the others from its work; its error is the first's. */
async function catchUpAll(runtime: Runtime, sinks: readonly Sink[], workspace: string): Promise<void> {
  const errors: unknown[] = [];
  for (const sink of sinks)
    await catchUp(runtime, sink, workspace).catch((error: unknown) => void errors.push(error));
  if (errors.length > 0) throw errors[0];
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
