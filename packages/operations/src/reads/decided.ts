/** What was offered for a piece of feedback and is not to be offered again. */
import type { Runtime } from '../runtime.ts';

/** The ids of what was refused or taken, and of the ideas that it is linked to; no rights are asked. */
export async function readDecided(
  { database }: Runtime,
  workspace: string,
  feedback: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ id: string }>(
    `select offered as id from suggestion where workspace_id = $1 and feedback = $2 and outcome <> 'passed'
     union select idea as id from insight where workspace_id = $1 and feedback = $2 and archived_at is null`,
    [workspace, feedback],
  );
  return new Set(rows.map(({ id }) => id));
}
