/** What records are called in files: so that a person knows them, and an import finds them again. */
import { idPrefix, type Json } from '@throughline/base';
import { loadRecords, recordTable, type StoredRecord } from '@throughline/db';
import type { Entity } from '@throughline/model';
import { isAllowed, subjectOf } from '../access/authorise.ts';
import type { Actor } from '../access/actor.ts';
import { mustState } from '../reads/must-state.ts';
import type { Runtime } from '../runtime.ts';

/** By id; ids of what the actor may not read are left out. */
export async function readNames(
  runtime: Runtime,
  { workspace, actor }: { readonly workspace: string; readonly actor: Actor },
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const state = await mustState(runtime, workspace);
  const names = new Map<string, string>();
  for (const [entity, wanted] of byEntity(runtime, ids)) {
    const records = await loadRecords(runtime.database, recordTable(runtime.model, entity), workspace, {
      ids: wanted,
    });
    for (const [id, record] of records) {
      const subject = subjectOf(entity, record);
      if (isAllowed(state, actor, { entity, verb: 'read', subject })) names.set(id, nameOf(entity, record));
    }
  }
  return names;
}

function byEntity({ model }: Runtime, ids: ReadonlySet<string>): ReadonlyMap<Entity, readonly string[]> {
  const grouped = new Map<Entity, string[]>();
  for (const id of ids) {
    const entity = model.entities.find((each) => each.prefix === idPrefix(id));
    if (entity) grouped.set(entity, [...(grouped.get(entity) ?? []), id]);
  }
  return grouped;
}

/** People share names and not addresses; records with keys are known by them. */
function nameOf(entity: Entity, { values }: StoredRecord): string {
  const title = text(values[entity.titleField]);
  if (entity.hasKey) return text(values['key']);
  const email = text(values['email']);
  return email === '' || email === title ? title : `${title} <${email}>`;
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
