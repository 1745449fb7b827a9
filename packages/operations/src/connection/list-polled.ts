import type { ConnectorKey } from '@throughline/model';
import type { Runtime } from '../runtime.ts';

/** Open connections of connectors that are asked for what is new, in all workspaces. */
export async function listPolled(
  { database }: Runtime,
  connectors: readonly ConnectorKey[],
): Promise<readonly string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select id from connection where connector = any($1::text[]) and archived_at is null and paused is not true
     order by id`,
    [connectors],
  );
  return rows.map(({ id }) => id);
}
