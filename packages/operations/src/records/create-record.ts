import { isId, type Json, type JsonObject, textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Entity, Values } from '@throughline/model';
import { seenFields } from '../access/seen-fields.ts';
import { authorise, ownerOf, placeOf } from '../access/authorise.ts';
import { insertDocument } from '../document/write-document.ts';
import type { OperationRequest } from '../execute.ts';
import { rulesOf } from '../rules/rules.ts';
import type { Work } from '../work.ts';
import { checkRequired, mustObject, parseValues } from './parse-values.ts';
import { present } from './present.ts';
import { resolveReferences, resolveSpace } from './resolve-references.ts';
import { splitValues } from './split-values.ts';
import { updateFromValues } from './update-record.ts';
import { writeConnections } from './write-connections.ts';

/** Creates one record of any entity, by what a person or program sent. */
export async function createRecord(
  work: Work,
  entity: Entity,
  { input }: OperationRequest,
): Promise<JsonObject> {
  const object = mustObject(input);
  const space = spaceGiven(work, entity, object);
  const values = parseValues({ ...work, entity, space }, object);
  const id = await clientId(work, entity, object['id']);
  const record = await createFromValues(work, entity, { ...(id ? { id } : {}), values });
  return present(seenFields(work, entity.name), record.id, record.values);
}

/** Creates from parsed values: the entity's own rules, rights, required fields, documents. */
export async function createFromValues(
  work: Work,
  entity: Entity,
  given: { readonly id?: string; readonly values: Values; readonly occurredAt?: string },
): Promise<StoredRecord> {
  const rules = rulesOf(entity);
  const resolved = await resolveReferences(work, entity, given.values);
  const prepared = rules.prepare ? await rules.prepare(work, resolved) : resolved;
  return createPrepared(work, entity, { ...given, values: prepared });
}

/** Creates from values that are complete: every record they name is known to be the writer's to name. */
export async function createPrepared(
  work: Work,
  entity: Entity,
  given: { readonly id?: string; readonly values: Values; readonly occurredAt?: string },
): Promise<StoredRecord> {
  const rules = rulesOf(entity);
  const prepared = rules.complete ? await rules.complete(work, given.values) : given.values;
  authorise(work.state, work.actor, {
    entity,
    verb: 'create',
    subject: { space: placeOf(entity, '', prepared), owner: ownerOf(entity, '', prepared) },
  });
  checkRequired(work.fieldsOf(entity), prepared);
  const { stored, documents, connections } = splitValues(work, entity, prepared);
  const existing = rules.findExisting ? await rules.findExisting(work, stored) : undefined;
  if (existing) return updateFromValues(work, entity, { record: existing, values: stored });
  const [record] = await work.insert(entity, [{ ...given, values: stored }]);
  if (!record) throw new Error('Nothing was inserted');
  for (const [field, text] of Object.entries(documents)) {
    await insertDocument(work, { record: record.id, field, space: placeOf(entity, record.id, stored) }, text);
  }
  const connected = await writeConnections(work, { entity, record, connections });
  await rules.afterCreate?.(work, record);
  return { id: record.id, values: { ...record.values, ...documents, ...connected.values } };
}

/** The space that a new record is to be in, where it names one; found before anything tells what the space has. */
function spaceGiven(work: Work, entity: Entity, object: JsonObject): string | null {
  const given = entity.scope === 'space' ? object['space'] : undefined;
  return typeof given === 'string' ? resolveSpace(work, given) : null;
}

/** Clients may make ids themselves, so that they can go on before the answer; a taken one is refused. */
async function clientId(work: Work, entity: Entity, id: Json | undefined): Promise<string | undefined> {
  if (id === undefined || id === null) return undefined;
  if (!isId(id, entity.prefix)) {
    throw new Refusal('invalid_value', {
      message: `“${textOf(id).slice(0, 60)}” has not the form of an id of ${entity.label.one}.`,
      details: { field: 'id', code: 'not_an_id' },
    });
  }
  if (await work.find(entity, id)) {
    throw new Refusal('already_exists', { message: `There is a ${entity.label.one} with this id already.` });
  }
  return id;
}
