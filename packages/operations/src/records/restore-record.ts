import type { JsonObject } from '@throughline/base';
import type { Entity } from '@throughline/model';
import { seenFields } from '../access/seen-fields.ts';
import type { OperationRequest } from '../execute.ts';
import { rulesOf } from '../rules/rules.ts';
import type { Work } from '../work.ts';
import { present } from './present.ts';

/** Brings an archived record back. */
export async function restoreRecord(
  work: Work,
  entity: Entity,
  { id = '' }: OperationRequest,
): Promise<JsonObject> {
  const record = await work.read(entity, id, { lock: true });
  work.allow(entity, 'restore', record);
  const updated = await work.update(entity, record, { values: { archivedAt: null }, verb: 'restore' });
  await rulesOf(entity).afterPresence?.(work, updated);
  return present(seenFields(work, entity.name), updated.id, updated.values);
}
