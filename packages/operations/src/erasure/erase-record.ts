import { textOf, type Json, type JsonObject } from '@throughline/base';
import { deleteAccount, destroyKey, type StoredRecord } from '@throughline/db';
import { isPersonal, type Entity, type Values } from '@throughline/model';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { rulesOf } from '../rules/rules.ts';
import type { Work } from '../work.ts';

/**
 * Forgets who a person or contact is: personal values go from the record, and those in the log can no longer be
 * read. What they said and did stays, said by somebody unknown. It cannot be undone.
 */
export async function eraseRecord(
  work: Work,
  entity: Entity,
  { id = '' }: OperationRequest,
): Promise<JsonObject> {
  const record = await work.read(entity, id, { lock: true });
  work.allow(entity, 'erase', record);
  if (record.values['erasedAt'] !== undefined) return present(work.fieldsOf(entity), id, record.values);
  await rulesOf(entity).beforeArchive?.(work, record);
  await destroyKey(work.tx, work.state.id, id);
  const erased = await work.update(entity, record, {
    values: erasedValues(work, entity, record),
    verb: 'erase',
  });
  await work.tx.query('delete from external_identity where workspace_id = $1 and id = $2', [
    work.state.id,
    id,
  ]);
  const { account } = record.values;
  if (typeof account === 'string') await deleteAccount(work.tx, account);
  return present(work.fieldsOf(entity), id, erased.values);
}

function erasedValues(work: Work, entity: Entity, { id, values }: StoredRecord): Values {
  const gone: Record<string, Json> = {};
  for (const field of Object.keys(values)) if (isPersonal(entity, field)) gone[field] = null;
  const isMember = entity.fields.some((field) => field.id === 'account');
  return {
    ...gone,
    [entity.titleField]: `Erased ${entity.label.one}`,
    erasedAt: work.now,
    // Addresses of members are unique and required; nobody can write to this one (RFC 2606).
    ...(isMember
      ? { email: `${id}@erased.invalid`, account: null, archivedAt: textOf(values['archivedAt'] ?? work.now) }
      : {}),
  };
}
