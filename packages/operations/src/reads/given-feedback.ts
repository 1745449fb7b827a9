/** The feedback that people gave to teams: what routing learns from. */
import { readHead } from '@throughline/db';
import type { Runtime } from '../runtime.ts';

export type GivenFeedback = { readonly title: string; readonly body: string; readonly team: string };

/** More words say nothing more about where it belongs. */
const BODY_LENGTH = 2000;

/** The newest, by people alone: what rules gave would teach nothing new. Rights are not asked. */
export async function readGivenFeedback(
  { database }: Pick<Runtime, 'database'>,
  workspace: string,
  limit: number,
): Promise<readonly GivenFeedback[]> {
  const { rows } = await database.query<GivenFeedback>(
    `select coalesce(f.title, '') as title, left(coalesce(f.body, ''), ${BODY_LENGTH}) as body, f.team
     from feedback f join team t on t.workspace_id = f.workspace_id and t.id = f.team and t.archived_at is null
     where f.workspace_id = $1 and f.team is not null and f.routed_by is null
     order by f.id desc limit $2`,
    [workspace, limit],
  );
  return rows.toReversed();
}

/** How far the log is: what was learnt before it grew may be old. */
export function readLogHead({ database }: Pick<Runtime, 'database'>, workspace: string): Promise<number> {
  return readHead(database, workspace);
}
