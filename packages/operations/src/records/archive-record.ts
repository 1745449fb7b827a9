import type { JsonObject } from '@throughline/base';
import type { Entity } from '@throughline/model';
import { seenFields } from '../access/seen-fields.ts';
import type { OperationRequest } from '../execute.ts';
import { rulesOf } from '../rules/rules.ts';
import type { Work } from '../work.ts';
import { present } from './present.ts';

/** Takes a record out of the lists; nothing about it is lost. Archiving twice changes nothing. */
export async function archiveRecord(
  work: Work,
  entity: Entity,
  { id = '' }: OperationRequest,
): Promise<JsonObject> {
  const record = await work.read(entity, id, { lock: true });
  work.allow(entity, 'archive', record);
  await rulesOf(entity).beforeArchive?.(work, record);
  const archivedAt = record.values['archivedAt'] ?? work.now;
  const updated = await work.update(entity, record, { values: { archivedAt }, verb: 'archive' });
  await rulesOf(entity).afterPresence?.(work, updated);
  return present(seenFields(work, entity.name), updated.id, updated.values);
}
