import { loadRecords, recordTable } from '@throughline/db';
import type { Change, Values } from '@throughline/model';
import type { Runtime } from '@throughline/operations';
import type { Audiences } from './reader-view.ts';

/** The records of a batch that say themselves whom they are for, as they stand now. */
export async function readAudiences(
  { model, database }: Runtime,
  workspace: string,
  changes: readonly Change[],
): Promise<Audiences> {
  const audiences = new Map<string, Values>();
  for (const entity of model.entities.filter(({ hasAudience }) => hasAudience)) {
    const ids = [...new Set(changes.filter((each) => each.entity === entity.name).map(({ id }) => id))];
    if (ids.length === 0) continue;
    const records = await loadRecords(database, recordTable(model, entity), workspace, { ids });
    for (const [id, { values }] of records) audiences.set(id, values);
  }
  return audiences;
}
