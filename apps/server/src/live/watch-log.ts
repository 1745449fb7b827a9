/**
 * Notices what other server processes on the same database wrote: their commits poke nobody here. The heads of all
 * logs are read once in a while, and of what is new only the entities that this process keeps something of.
 */
import { readChangesOf, readHeads, type Queryable } from '@throughline/db';
import type { Change } from '@throughline/model';
import { makeReportOnce } from './report-once.ts';

export type LogWatch = { readonly close: () => void };

export type LogWatchOptions = {
  readonly database: Queryable;
  /** Whose changes are wanted, asked anew each time. */
  readonly entities: () => readonly string[];
  /** The log of a workspace has grown; `changes` are those of the wanted entities. */
  readonly onGrown: (workspace: string, changes: readonly Change[]) => void;
  readonly onError: (error: unknown) => void;
  readonly pollMs?: number;
};

/** Watches from the present on: start it before anything of a workspace is kept. */
export async function watchLog({
  database,
  entities,
  onGrown,
  onError,
  pollMs = 500,
}: LogWatchOptions): Promise<LogWatch> {
  const known = new Map(await readHeads(database));
  const polling = makeReportOnce(onError);

  const look = async (): Promise<void> => {
    for (const [workspace, head] of await readHeads(database)) {
      const since = known.get(workspace) ?? 0;
      if (head === since) continue;
      const changes = await readChangesOf(database, workspace, { since, until: head, entities: entities() });
      known.set(workspace, head);
      onGrown(workspace, changes);
    }
  };

  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    if (!isClosed) timer = setTimeout(run, pollMs);
  };
  const run = (): void => void look().then(polling.succeeded, polling.failed).finally(wait);
  wait();
  return {
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
