import { doWhatIsDue } from '../do-what-is-due.ts';
import type { Runtime } from '../runtime.ts';
import { DUE_CONTACTS } from './due-contacts.ts';

/** Asks again whom the surveys say; tells of how many surveys. */
export async function runDueSurveys(
  runtime: Runtime,
  onError: (error: unknown, id: string) => void,
): Promise<number> {
  const select = `select s.workspace_id as workspace, s.id from survey s
    where s.state = 'open' and s.archived_at is null and s.every_days is not null and s.id > $2
      and exists (${DUE_CONTACTS} and v.workspace_id = s.workspace_id and v.id = s.id)
    order by s.id`;
  return doWhatIsDue(runtime, { operation: 'survey.run', select }, onError);
}
