import { loadRecords, recordTable, type StoredRecord } from '@throughline/db';
import type { Runtime } from '../runtime.ts';

export type FoundPortal = {
  readonly workspace: string;
  readonly portal: StoredRecord;
  /** Whether something was published in its changelog. */
  readonly hasChangelog: boolean;
};

/** Whether somebody who signed in once is still known. */
export async function isKnownContact(
  { database }: Runtime,
  workspace: string,
  contact: string,
): Promise<boolean> {
  const { rows } = await database.query(
    'select 1 from contact where workspace_id = $1 and id = $2 and archived_at is null and erased_at is null',
    [workspace, contact],
  );
  return rows.length > 0;
}

/** The open portal at an address. */
export async function findPortal(
  { database, model }: Runtime,
  slug: string,
): Promise<FoundPortal | undefined> {
  const { rows } = await database.query<{ workspace: string; id: string; hasChangelog: boolean }>(
    `select p.workspace_id as workspace, p.id, exists(
       select 1 from entry e where e.workspace_id = p.workspace_id and e.portal = p.id and e.state = 'published'
         and e.archived_at is null) as "hasChangelog"
     from portal p
     join space s on s.workspace_id = p.workspace_id and s.id = p.space and s.archived_at is null
     where p.slug = $1 and p.archived_at is null`,
    [slug],
  );
  const [row] = rows;
  if (!row) return undefined;
  const table = recordTable(model, model.entity('portal'));
  const portal = (await loadRecords(database, table, row.workspace, { ids: [row.id] })).get(row.id);
  return portal && { workspace: row.workspace, portal, hasChangelog: row.hasChangelog };
}
