import { textOf } from '@throughline/base';
import { loadRecords, type StoredRecord } from '@throughline/db';
import { CONNECTORS, type ConnectorKey } from '@throughline/model';
import type { Runtime } from '../runtime.ts';

export type FoundConnection = {
  readonly workspace: string;
  readonly connection: StoredRecord;
  readonly connector: ConnectorKey;
  /** By name; only the installation can open them. */
  readonly sealed: Readonly<Record<string, string>>;
};

/** One that is open, by its id alone; a paused one too. */
export async function findConnection(runtime: Runtime, id: string): Promise<FoundConnection | undefined> {
  const { database, model, tableOf } = runtime;
  const { rows } = await database.query<{ workspace: string }>(
    `select c.workspace_id as workspace from connection c
     join space s on s.workspace_id = c.workspace_id and s.id = c.space and s.archived_at is null
     where c.id = $1 and c.archived_at is null`,
    [id],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { workspace } = row;
  const table = tableOf(model.entity('connection'));
  const connection = (await loadRecords(database, table, workspace, { ids: [id] })).get(id);
  const connector = CONNECTORS.find(({ key }) => key === connection?.values['connector'])?.key;
  if (connection === undefined || connector === undefined) return undefined;
  return { workspace, connection, connector, sealed: await readSealed(runtime, { workspace, channel: id }) };
}

/** The secrets of a channel as they lie in the database. */
export async function readSealed(
  { database }: Runtime,
  { workspace, channel }: { readonly workspace: string; readonly channel: string },
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await database.query<{ name: string; sealed: string }>(
    'select name, sealed from channel_secret where workspace_id = $1 and channel = $2',
    [workspace, channel],
  );
  return Object.fromEntries(rows.map(({ name, sealed }) => [textOf(name), sealed]));
}
