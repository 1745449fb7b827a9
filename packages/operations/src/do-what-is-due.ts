/** What the clock asks for, in all workspaces. Several processes may do it at once: the operation locks the record. */
import { Refusal } from '@throughline/contract';
import { SYSTEM } from './access/actor.ts';
import { execute } from './execute.ts';
import type { Runtime } from './runtime.ts';

/** Asked for at once. */
const PAGE = 100;

export type DueKind = {
  readonly operation: string;
  /**
   * SQL that answers `workspace` and `id` of the next records in the order of their ids. Parameters: the instant, the
   * id after which to go on.
   */
  readonly select: string;
};

type DueRecord = { readonly workspace: string; readonly id: string };

/** Answers how many it was done to. What cannot be done is told, and keeps no other from it. */
export async function doWhatIsDue(
  runtime: Runtime,
  { operation, select }: DueKind,
  onError: (error: unknown, id: string) => void,
): Promise<number> {
  const now = new Date(runtime.ids.now()).toISOString();
  let done = 0;
  let last = '';
  for (;;) {
    const { rows } = await runtime.database.query<DueRecord>(`${select} limit ${PAGE}`, [now, last]);
    for (const { workspace, id } of rows) {
      last = id;
      try {
        await execute(runtime, { workspace, actor: SYSTEM, source: 'system', operation, id });
        done++;
      } catch (error) {
        // Somebody did it meanwhile.
        if (!(error instanceof Refusal && error.code === 'not_possible')) onError(error, id);
      }
    }
    if (rows.length < PAGE) return done;
  }
}
