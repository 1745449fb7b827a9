/** What records are called in files: so that a person knows them, and an import finds them again. */
import type { Json } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Entity } from '@throughline/model';
import type { Actor } from '../access/actor.ts';
import { byEntity } from '../access/find-audience.ts';
import { readableRecords } from '../access/readable-records.ts';
import { mustState } from '../reads/must-state.ts';
import type { Runtime } from '../runtime.ts';

/** By id; ids of what the actor may not read are left out. */
export async function readNames(
  runtime: Runtime,
  { workspace, actor }: { readonly workspace: string; readonly actor: Actor },
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const { model, database } = runtime;
  const reading = { db: database, model, state: await mustState(runtime, workspace), actor };
  const names = new Map<string, string>();
  for (const [entity, wanted] of byEntity(model, ids))
    for (const [id, record] of await readableRecords(reading, entity, wanted))
      names.set(id, nameOf(entity, record));
  return names;
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
