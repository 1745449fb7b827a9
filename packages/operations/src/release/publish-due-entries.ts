import { doWhatIsDue } from '../do-what-is-due.ts';
import type { Runtime } from '../runtime.ts';

/** Publishes the changelog entries whose time has come, on portals that are open; answers how many. */
export async function publishDueEntries(
  runtime: Runtime,
  onError: (error: unknown, entry: string) => void,
): Promise<number> {
  const select = `select e.workspace_id as workspace, e.id from entry e
    join portal p on p.workspace_id = e.workspace_id and p.id = e.portal and p.archived_at is null
    where e.state = 'scheduled' and e.archived_at is null and e.publish_at <= $1::timestamptz and e.id > $2
    order by e.id`;
  return doWhatIsDue(runtime, { operation: 'entry.publish', select }, onError);
}
