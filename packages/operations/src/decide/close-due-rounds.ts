import { Refusal } from '@throughline/contract';
import { SYSTEM } from '../access/actor.ts';
import { execute } from '../execute.ts';
import type { Runtime } from '../runtime.ts';

/** At once; the rest is for the next time. */
const MOST = 100;

/**
 * Closes the rounds of all workspaces whose time is over, so that their results are there without anybody's click;
 * answers how many. Several processes may do it at once: a round is closed by one of them.
 */
export async function closeDueRounds(runtime: Runtime, onError: (error: unknown) => void): Promise<number> {
  const now = new Date(runtime.ids.now()).toISOString();
  const { rows } = await runtime.database.query<{ workspace: string; id: string }>(
    `select workspace_id as workspace, id from round
     where closed_at is null and archived_at is null and closes_at <= $1::timestamptz
     order by closes_at limit ${MOST}`,
    [now],
  );
  let closed = 0;
  for (const { workspace, id } of rows) {
    try {
      await execute(runtime, { workspace, actor: SYSTEM, source: 'system', operation: 'round.close', id });
      closed++;
    } catch (error) {
      // Somebody closed it meanwhile.
      if (!(error instanceof Refusal && error.code === 'not_possible')) onError(error);
    }
  }
  return closed;
}
