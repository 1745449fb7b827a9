import { doWhatIsDue } from '../do-what-is-due.ts';
import type { Runtime } from '../runtime.ts';

/** Closes the rounds whose time is over, so that their results are there without anybody's click; answers how many. */
export async function closeDueRounds(
  runtime: Runtime,
  onError: (error: unknown, round: string) => void,
): Promise<number> {
  const select = `select workspace_id as workspace, id from round
    where closed_at is null and archived_at is null and closes_at <= $1::timestamptz and id > $2 order by id`;
  return doWhatIsDue(runtime, { operation: 'round.close', select }, onError);
}
