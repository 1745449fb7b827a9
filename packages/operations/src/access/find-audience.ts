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
  return (await findAudiences(db, place, { entity, records: [record] })).get(record.id);
}

type Hanging = { readonly entity: Entity; readonly records: readonly StoredRecord[] };

/** The same of several records of an entity, by their ids. */
export async function findAudiences(
  db: Queryable,
  place: Place,
  { entity, records }: Hanging,
): Promise<ReadonlyMap<string, Owner>> {
  const holders = records.flatMap(({ values }) => holderOf(place.model, entity, values)?.id ?? []);
  const found = await findOwners(db, place, holders);
  const owners = [...found.values()].flatMap(
    (holder) => audienceOwner(place.model, holder.entity, holder.record.values)?.id ?? [],
  );
  const above = await findOwners(db, place, owners);
  return new Map(
    records.flatMap(({ id, values }) => {
      const holder = found.get(holderOf(place.model, entity, values)?.id ?? '');
      const owner = holder && audienceOwner(place.model, holder.entity, holder.record.values);
      const audience = holder?.entity.hasAudience === true ? holder : above.get(owner?.id ?? '');
      return audience === undefined ? [] : [[id, audience] as const];
    }),
  );
}

async function findOwners(
  db: Queryable,
  { model, workspace }: Place,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Owner>> {
  const found = new Map<string, Owner>();
  for (const [entity, wanted] of byEntity(model, ids)) {
    const records = await loadRecords(db, recordTable(model, entity), workspace, { ids: wanted });
    for (const [id, record] of records) found.set(id, { entity, record });
  }
  return found;
}

/** Ids by what they are of, each once; those that are of nothing are left out. */
export function byEntity(model: Model, ids: Iterable<string>): ReadonlyMap<Entity, readonly string[]> {
  const grouped = new Map<Entity, string[]>();
  for (const id of new Set(ids)) {
    const entity = model.entityOfId(id);
    if (entity) grouped.set(entity, [...(grouped.get(entity) ?? []), id]);
  }
  return grouped;
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
