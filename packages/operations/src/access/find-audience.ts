import { loadRecords, recordTable, type Queryable, type StoredRecord } from '@throughline/db';
import type { Entity, Model } from '@throughline/model';

/** The record with an audience that another hangs on; undefined where it hangs on none, or on one that is gone. */
export async function findAudience(
  db: Queryable,
  { model, workspace }: { readonly model: Model; readonly workspace: string },
  { entity, record }: { readonly entity: Entity; readonly record: StoredRecord },
): Promise<{ readonly entity: Entity; readonly record: StoredRecord } | undefined> {
  const owner = audienceOwner(model, entity, record.values);
  if (owner === undefined) return undefined;
  const table = recordTable(model, owner.entity);
  const found = (await loadRecords(db, table, workspace, { ids: [owner.id] })).get(owner.id);
  return found && { entity: owner.entity, record: found };
}

/** Which record with an audience the values say that theirs hangs on. */
export function audienceOwner(
  model: Model,
  { hangsOn }: Entity,
  values: StoredRecord['values'],
): { readonly entity: Entity; readonly id: string } | undefined {
  const id = hangsOn === null ? undefined : values[hangsOn];
  const entity = typeof id === 'string' ? model.entityOfId(id) : undefined;
  return entity?.hasAudience === true && typeof id === 'string' ? { entity, id } : undefined;
}
