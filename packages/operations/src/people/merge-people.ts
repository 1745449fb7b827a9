/** Contacts that are one person, and companies that are one customer, become one record. */
import { textOf, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Entity, Field, Model } from '@throughline/model';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';

/** A field whose values are ids of an entity. */
export type ReferringField = { readonly entity: Entity; readonly field: Field };

/** Built-in fields that name records of an entity; `*` names any, and none of these here. */
export function fieldsReferringTo(model: Model, name: string): readonly ReferringField[] {
  return model.entities.flatMap((entity) =>
    entity.fields
      .filter(({ id, type, config }) => id !== 'mergedInto' && (type === name || config.target === name))
      .map((field) => ({ entity, field })),
  );
}

/**
 * Makes others part of this one: whatever names them names this one, what this one lacks is taken from them, and they
 * are archived and lead here. All changes share one cause, so that one undo takes it back.
 */
export async function mergePeople(
  work: Work,
  entity: Entity,
  { id = '', input }: OperationRequest,
): Promise<JsonObject> {
  const { from } = input as { from: readonly string[] };
  let into = await readUnmerged(work, entity, id);
  if (into.values['archivedAt'] !== undefined) throw refuse(`This ${entity.label.one} is archived.`);
  for (const other of [...new Set(from)].toSorted()) {
    if (other === id) throw refuse(`A ${entity.label.one} cannot be merged into itself.`);
    into = await mergeOne(work, entity, { into, merged: await readUnmerged(work, entity, other) });
  }
  return present(work.fieldsOf(entity), id, into.values);
}

async function readUnmerged(work: Work, entity: Entity, id: string): Promise<StoredRecord> {
  const record = await work.read(entity, id, { lock: true });
  work.allow(entity, 'merge', record);
  const { mergedInto, erasedAt, name } = record.values;
  if (mergedInto !== undefined) throw refuse(`${textOf(name)} is merged already.`);
  if (erasedAt !== undefined) throw refuse(`This ${entity.label.one} was erased.`);
  return record;
}

type Pair = { readonly into: StoredRecord; readonly merged: StoredRecord };

async function mergeOne(work: Work, entity: Entity, { into, merged }: Pair): Promise<StoredRecord> {
  if (entity.name === 'contact') await dropDoubles(work, { into, merged });
  for (const { entity: referring, field } of fieldsReferringTo(work.model, entity.name))
    for (const record of await findAll(work, referring, { [field.id]: merged.id }))
      await work.update(referring, record, { values: { [field.id]: into.id } });
  await work.update(entity, merged, {
    values: { mergedInto: into.id, archivedAt: merged.values['archivedAt'] ?? work.now },
    verb: 'merge',
  });
  return work.update(entity, into, { values: missingIn(work, entity, { into, merged }) });
}

/** One person votes once for a record, and subscribes once. */
async function dropDoubles(work: Work, { into, merged }: Pair): Promise<void> {
  const drop = async (name: 'vote' | 'subscription', alike: readonly string[]): Promise<void> => {
    const entity = work.entity(name);
    for (const record of await findAll(work, entity, { contact: merged.id })) {
      const same = Object.fromEntries(alike.map((field) => [field, record.values[field] ?? null]));
      const twins = await findAll(work, entity, { ...same, contact: into.id });
      if (twins.length > 0) await work.remove(entity, record);
    }
  };
  await drop('vote', ['record', 'field', 'round']);
  await drop('subscription', ['portal']);
}

/** Whoever wants no mail under one address wants none under the other. */
function missingIn(work: Work, entity: Entity, { into, merged }: Pair): Record<string, Json> {
  const own = ['key', 'sources', 'archivedAt', 'mergedInto', 'apart'];
  const given: Record<string, Json> = {};
  for (const { id, readOnly } of work.fieldsOf(entity)) {
    const value = merged.values[id];
    if (value === undefined || into.values[id] !== undefined || readOnly === true || own.includes(id))
      continue;
    given[id] = value;
  }
  return given;
}

function refuse(message: string): Refusal {
  return new Refusal('not_possible', { message });
}
