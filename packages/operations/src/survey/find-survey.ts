import { loadRecords, recordTable, type StoredRecord } from '@throughline/db';
import type { Runtime } from '../runtime.ts';

export type FoundSurvey = { readonly workspace: string; readonly survey: StoredRecord };

/** The survey at an address, whatever its state. */
export async function findSurvey(runtime: Runtime, slug: string): Promise<FoundSurvey | undefined> {
  const { rows } = await runtime.database.query<{ workspace: string; id: string }>(
    `select v.workspace_id as workspace, v.id from survey v
     join space s on s.workspace_id = v.workspace_id and s.id = v.space and s.archived_at is null
     where v.slug = $1 and v.archived_at is null`,
    [slug],
  );
  const [row] = rows;
  const survey = row && (await load(runtime, 'survey', row));
  return row && survey && { workspace: row.workspace, survey };
}

/** The response that a mail asked for; undefined where there is none of this survey. */
export async function findInvited(
  runtime: Runtime,
  { workspace, survey }: FoundSurvey,
  id: string,
): Promise<StoredRecord | undefined> {
  const response = await load(runtime, 'response', { workspace, id });
  return response?.values['survey'] === survey.id ? response : undefined;
}

async function load(
  { database, model }: Runtime,
  entity: string,
  { workspace, id }: { readonly workspace: string; readonly id: string },
): Promise<StoredRecord | undefined> {
  const table = recordTable(model, model.entity(entity));
  return (await loadRecords(database, table, workspace, { ids: [id] })).get(id);
}
