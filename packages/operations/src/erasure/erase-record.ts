import { textOf, type Json, type JsonObject } from '@throughline/base';
import { deleteAccount, destroyKey, type StoredRecord } from '@throughline/db';
import { isPersonal, type Entity, type Values } from '@throughline/model';
import { seenFields } from '../access/seen-fields.ts';
import type { OperationRequest } from '../execute.ts';
import { forgetAnswersAbout } from '../forget-answers.ts';
import { present } from '../records/present.ts';
import { findAll } from '../rules/find-one.ts';
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
  if (record.values['erasedAt'] !== undefined)
    return present(seenFields(work, entity.name), id, record.values);
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
  await forgetAnswersAbout(work.tx, work.state.id, id);
  await eraseMerged(work, entity, id);
  if (isMember(entity)) await forgetInvitations(work, record);
  const { account } = record.values;
  if (typeof account === 'string') await deleteAccount(work.tx, account);
  return present(seenFields(work, entity.name), id, erased.values);
}

/** What has become part of it says who it was as well. */
async function eraseMerged(work: Work, entity: Entity, id: string): Promise<void> {
  if (entity.rules.merge === undefined) return;
  for (const merged of await findAll(work, entity, { mergedInto: id }))
    await eraseRecord(work, entity, { id: merged.id, input: {} });
}

/** Invitations hold the address of whom they were for; one that is still open is open to nobody any more. */
async function forgetInvitations(work: Work, { id, values }: StoredRecord): Promise<void> {
  const entity = work.entity('invitation');
  const accepted = await findAll(work, entity, { acceptedBy: id });
  const addressed = await findAll(work, entity, { email: values['email'], acceptedBy: null });
  for (const invitation of [...accepted, ...addressed]) {
    await destroyKey(work.tx, work.state.id, invitation.id);
    await forgetAnswersAbout(work.tx, work.state.id, invitation.id);
    const isOpen = invitation.values['acceptedBy'] === undefined;
    await work.update(entity, invitation, {
      values: { email: null, ...(isOpen ? { expiresAt: work.now } : {}) },
    });
  }
}

function erasedValues(work: Work, entity: Entity, { id, values }: StoredRecord): Values {
  const gone: Record<string, Json> = {};
  for (const field of Object.keys(values)) if (isPersonal(entity, field)) gone[field] = null;
  return {
    ...gone,
    [entity.titleField]: `Erased ${entity.label.one}`,
    erasedAt: work.now,
    // Addresses of members are unique and required; nobody can write to this one (RFC 2606).
    ...(isMember(entity)
      ? { email: `${id}@erased.invalid`, account: null, archivedAt: textOf(values['archivedAt'] ?? work.now) }
      : {}),
  };
}

function isMember({ fields }: Entity): boolean {
  return fields.some((field) => field.id === 'account');
}
