import { loadRecords, recordTable, type StoredRecord } from '@throughline/db';
import type { Change, Entity, Values } from '@throughline/model';
import { audienceOwner, holderOf, type OwnerName, type Runtime } from '@throughline/operations';
import type { Audiences } from './reader-view.ts';

/**
 * For each record of a batch that says itself whom it is for, or that hangs on such a one: the record that says it,
 * as it stands now.
 */
export async function readAudiences(
  runtime: Runtime,
  workspace: string,
  changes: readonly Change[],
): Promise<Audiences> {
  const owners = new Map<string, OwnerName>();
  /** What they hang on hangs on another itself. */
  const between = new Map<string, OwnerName>();
  for (const entity of runtime.model.entities) {
    const own = changes.filter((change) => change.entity === entity.name);
    if (own.length === 0) continue;
    if (entity.hasAudience) for (const { id } of own) owners.set(id, { entity, id });
    if (entity.hangsOn === null) continue;
    for (const { id, values } of await readHanging(runtime, { workspace, entity, changes: own })) {
      const holder = holderOf(runtime.model, entity, values);
      if (holder) (holder.entity.hasAudience ? owners : between).set(id, holder);
    }
  }
  const holders = await loadAll(runtime, workspace, [...between.values()]);
  for (const [id, { entity, id: holder }] of between) {
    const owner = audienceOwner(runtime.model, entity, holders.get(holder) ?? {});
    if (owner) owners.set(id, owner);
  }
  const found = await loadAll(runtime, workspace, [...owners.values()]);
  const audiences = new Map<string, { readonly entity: Entity; readonly values: Values }>();
  for (const [id, { entity, id: owner }] of owners) {
    const values = found.get(owner);
    if (values) audiences.set(id, { entity, values });
  }
  return audiences;
}

type Hanging = {
  readonly workspace: string;
  readonly entity: Entity;
  readonly changes: readonly Change[];
};

/** A change tells what a record hangs on when it comes or goes; between that the row does. */
async function readHanging(
  { model, database }: Runtime,
  { workspace, entity, changes }: Hanging,
): Promise<readonly StoredRecord[]> {
  const link = entity.hangsOn ?? '';
  const told = changes.flatMap(({ id, before, after }) => {
    const values = { ...before, ...after };
    return link in values ? [{ id, values }] : [];
  });
  const known = new Set(told.map(({ id }) => id));
  const ids = [...new Set(changes.map(({ id }) => id))].filter((id) => !known.has(id));
  if (ids.length === 0) return told;
  const rows = await loadRecords(database, recordTable(model, entity), workspace, { ids });
  return [...told, ...rows.values()];
}

async function loadAll(
  { model, database }: Runtime,
  workspace: string,
  owners: readonly OwnerName[],
): Promise<ReadonlyMap<string, Values>> {
  const found = new Map<string, Values>();
  for (const entity of new Set(owners.map((owner) => owner.entity))) {
    const ids = [...new Set(owners.filter((owner) => owner.entity === entity).map(({ id }) => id))];
    const records = await loadRecords(database, recordTable(model, entity), workspace, { ids });
    for (const [id, { values }] of records) found.set(id, values);
  }
  return found;
}
