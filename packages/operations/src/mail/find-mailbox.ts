import { loadRecords, recordTable, type StoredRecord } from '@throughline/db';
import type { Runtime } from '../runtime.ts';

export type FoundMailbox = { readonly workspace: string; readonly mailbox: StoredRecord };

/** The open mailbox of an address, however it is written. */
export async function findMailbox(
  { database, model }: Runtime,
  address: string,
): Promise<FoundMailbox | undefined> {
  const { rows } = await database.query<{ workspace: string; id: string }>(
    `select m.workspace_id as workspace, m.id from mailbox m
     join space s on s.workspace_id = m.workspace_id and s.id = m.space and s.archived_at is null
     where lower(m.address) = lower($1) and m.archived_at is null`,
    [address],
  );
  const [row] = rows;
  if (!row) return undefined;
  const table = recordTable(model, model.entity('mailbox'));
  const mailbox = (await loadRecords(database, table, row.workspace, { ids: [row.id] })).get(row.id);
  return mailbox && { workspace: row.workspace, mailbox };
}
