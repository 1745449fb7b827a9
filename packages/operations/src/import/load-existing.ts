import { readRow, selectColumns, type RecordRow, type StoredRecord } from '@throughline/db';
import type { Entity } from '@throughline/model';
import type { Work } from '../work.ts';

/**
 * Records of a batch by id, locked in the order of their ids. Each is looked up by its key: a plan for the whole
 * list reads the whole table while the database has no statistics of it, as in the middle of an import.
 */
export async function loadExisting(
  work: Work,
  entity: Entity,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  if (ids.length === 0) return new Map();
  const table = work.tableOf(entity);
  const { rows } = await work.tx.query<RecordRow>(
    `select ${selectColumns(table)} from unnest($2::text[]) as r(id)
     cross join lateral (select * from ${table.name} x where x.workspace_id = $1 and x.id = r.id limit 1 for update) t`,
    [work.state.id, [...new Set(ids)].toSorted()],
  );
  return new Map(rows.map((row) => [row.id, readRow(table, row)]));
}
