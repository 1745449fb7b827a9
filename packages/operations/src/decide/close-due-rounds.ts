import { Refusal } from '@throughline/contract';
import { SYSTEM } from '../access/actor.ts';
import { execute } from '../execute.ts';
import type { Runtime } from '../runtime.ts';

/** Asked for at once. */
const PAGE = 100;

type DueRound = { readonly workspace: string; readonly id: string };

/**
 * Closes the rounds of all workspaces whose time is over, so that their results are there without anybody's click;
 * answers how many. Several processes may do it at once: a round is closed by one of them. One that cannot be closed
 * is told, and keeps no other from it.
 */
export async function closeDueRounds(
  runtime: Runtime,
  onError: (error: unknown, round: string) => void,
): Promise<number> {
  const now = new Date(runtime.ids.now()).toISOString();
  let closed = 0;
  let last = '';
  for (;;) {
    const { rows } = await runtime.database.query<DueRound>(
      `select workspace_id as workspace, id from round
       where closed_at is null and archived_at is null and closes_at <= $1::timestamptz and id > $2
       order by id limit ${PAGE}`,
      [now, last],
    );
    for (const { workspace, id } of rows) {
      last = id;
      try {
        await execute(runtime, { workspace, actor: SYSTEM, source: 'system', operation: 'round.close', id });
        closed++;
      } catch (error) {
        // Somebody closed it meanwhile.
        if (!(error instanceof Refusal && error.code === 'not_possible')) onError(error, id);
      }
    }
    if (rows.length < PAGE) return closed;
  }
}
