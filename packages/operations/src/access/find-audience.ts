import { loadRecords, recordTable, type Queryable, type StoredRecord } from '@throughline/db';
import type { Entity, Model } from '@throughline/model';

type Place = { readonly model: Model; readonly workspace: string };
export type Owner = { readonly entity: Entity; readonly record: StoredRecord };
export type OwnerName = { readonly entity: Entity; readonly id: string };

/**
 * The record with an audience that another hangs on, be it by one between: a reaction to a comment on a view.
 * Undefined where it hangs on none, or on one that is gone.
 */
export async function findAudience(
  db: Queryable,
  place: Place,
  { entity, record }: Owner,
): Promise<Owner | undefined> {
  const holder = holderOf(place.model, entity, record.values);
  const found = holder && (await findOwner(db, place, holder));
  if (found === undefined || found.entity.hasAudience) return found;
  const owner = audienceOwner(place.model, found.entity, found.record.values);
  return owner && findOwner(db, place, owner);
}

async function findOwner(
  db: Queryable,
  { model, workspace }: Place,
  { entity, id }: OwnerName,
): Promise<Owner | undefined> {
  const record = (await loadRecords(db, recordTable(model, entity), workspace, { ids: [id] })).get(id);
  return record && { entity, record };
}

/** Which record with an audience the values say that theirs hangs on. */
export function audienceOwner(
  model: Model,
  entity: Entity,
  values: StoredRecord['values'],
): OwnerName | undefined {
  const holder = holderOf(model, entity, values);
  return holder?.entity.hasAudience === true ? holder : undefined;
}

/** Which record that has an audience, or hangs on another itself, the values say that theirs hangs on. */
export function holderOf(
  model: Model,
  { hangsOn }: Entity,
  values: StoredRecord['values'],
): OwnerName | undefined {
  const id = hangsOn === null ? undefined : values[hangsOn];
  const entity = typeof id === 'string' ? model.entityOfId(id) : undefined;
  if (entity === undefined || typeof id !== 'string') return undefined;
  return entity.hasAudience || entity.hangsOn !== null ? { entity, id } : undefined;
}
