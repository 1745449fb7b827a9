import { isEqualJson, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { readEditsSince, type StoredRecord } from '@throughline/db';
import type { Entity, Values } from '@throughline/model';
import { seenFields } from '../access/seen-fields.ts';
import { placeOf } from '../access/authorise.ts';
import { writeDocument } from '../document/write-document.ts';
import type { OperationRequest } from '../execute.ts';
import { rulesOf } from '../rules/rules.ts';
import type { Work } from '../work.ts';
import { checkRequired, parseValues } from './parse-values.ts';
import { present } from './present.ts';
import { resolveReferences } from './resolve-references.ts';
import { splitValues } from './split-values.ts';
import { writeConnections } from './write-connections.ts';

/**
 * Changes some fields of a record. With `ifMatch`, the seq the writer started from, an edit of a field that
 * somebody changed since is refused with both values; edits of other fields stand beside each other.
 */
export async function updateRecord(
  work: Work,
  entity: Entity,
  request: OperationRequest,
): Promise<JsonObject> {
  const record = await work.read(entity, request.id ?? '', { lock: true });
  work.allow(entity, 'update', record);
  const space = placeOf(entity, record.id, record.values);
  const parsed = parseValues({ ...work, entity, space }, request.input);
  const values = await resolveReferences(work, entity, parsed);
  if (request.ifMatch !== undefined)
    await refuseStale(work, entity, { record, values, since: request.ifMatch });
  const updated = await updateFromValues(work, entity, {
    record,
    values,
    ...(request.ifMatch === undefined ? {} : { since: request.ifMatch }),
  });
  return present(seenFields(work, entity.name), updated.id, updated.values);
}

export async function updateFromValues(
  work: Work,
  entity: Entity,
  {
    record,
    values,
    since,
  }: { readonly record: StoredRecord; readonly values: Values; readonly since?: number },
): Promise<StoredRecord> {
  refuseFixed(work, entity, { record, values });
  const rules = rulesOf(entity);
  const prepared = rules.prepareUpdate ? await rules.prepareUpdate(work, record, values) : values;
  await rules.checkUpdate?.(work, record, prepared);
  checkRequired(
    work.fieldsOf(entity).filter((field) => field.id in prepared),
    prepared,
  );
  const { stored, documents, connections } = splitValues(work, entity, prepared);
  for (const [field, text] of Object.entries(documents)) {
    await writeDocument(
      work,
      {
        record: record.id,
        field,
        space: placeOf(entity, record.id, record.values),
      },
      text,
    );
  }
  const connected = await writeConnections(work, {
    entity,
    record,
    connections,
    ...(since === undefined ? {} : { since }),
  });
  const touched = connected.isChanged ? { updatedAt: work.now } : {};
  const updated = await work.update(entity, record, { values: { ...stored, ...touched } });
  await rules.afterUpdate?.(work, record, updated);
  return { id: updated.id, values: { ...updated.values, ...documents, ...connected.values } };
}

/** Where a record belongs and what it hangs on decide who may do what with it. */
function refuseFixed(
  work: Work,
  entity: Entity,
  { record, values }: { readonly record: StoredRecord; readonly values: Values },
): void {
  const moved = work
    .fieldsOf(entity)
    .find(
      (field) =>
        field.fixed === true &&
        field.id in values &&
        !isEqualJson(values[field.id] ?? null, record.values[field.id] ?? null),
    );
  if (moved === undefined) return;
  throw new Refusal('invalid_value', {
    message: `${moved.name} is given when the ${entity.label.one} is made and stays.`,
    ...(entity.rules.move && moved.id === entity.place ? { fix: `Use ${entity.name}.move.` } : {}),
    details: { field: moved.key, code: 'fixed' },
  });
}

type Edit = { readonly record: StoredRecord; readonly values: Values; readonly since: number };

async function refuseStale(work: Work, entity: Entity, { record, values, since }: Edit): Promise<void> {
  const edits = await readEditsSince(work.tx, work.state.id, { id: record.id, since });
  const conflicts: Record<string, JsonObject> = {};
  for (const field of work.fieldsOf(entity)) {
    const mine = values[field.id];
    const first = edits.find((edit) => edit.before !== null && edit.after !== null && field.id in edit.after);
    if (mine === undefined || first === undefined || field.type === 'relation') continue;
    const base: Json = first.before?.[field.id] ?? null;
    const theirs: Json = record.values[field.id] ?? null;
    if (!isEqualJson(mine, theirs) && !isEqualJson(base, theirs))
      conflicts[field.key] = { base, yours: mine, theirs };
  }
  if (Object.keys(conflicts).length === 0) return;
  throw new Refusal('stale_edit', { details: { fields: conflicts, seq: edits.at(-1)?.seq ?? since } });
}
