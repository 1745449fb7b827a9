import type { JsonObject } from '@throughline/base';
import type { Entity } from '@throughline/model';
import { seenFields } from '../access/seen-fields.ts';
import type { OperationRequest } from '../execute.ts';
import { rulesOf } from '../rules/rules.ts';
import type { Work } from '../work.ts';
import { present } from './present.ts';

/** Removes a row for good (the log still tells of it): votes, reactions, connections, memberships. */
export async function deleteRecord(
  work: Work,
  entity: Entity,
  { id = '' }: OperationRequest,
): Promise<JsonObject> {
  const record = await work.read(entity, id, { lock: true });
  work.allow(entity, 'delete', record);
  await rulesOf(entity).beforeDelete?.(work, record);
  await work.remove(entity, record);
  return present(seenFields(work, entity.name), record.id, record.values);
}
