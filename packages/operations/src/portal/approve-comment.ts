import type { JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';

/** Everybody who sees the portal reads it from now on. */
export async function approveComment(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  return decide(work, id, { verb: 'approve', publicity: 'public' });
}

/** It stays with the workspace; on the portal it is not, or not any more. */
export async function skipComment(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  return decide(work, id, { verb: 'skip', publicity: 'refused' });
}

type Decision = { readonly verb: 'approve' | 'skip'; readonly publicity: 'public' | 'refused' };

async function decide(work: Work, id: string, { verb, publicity }: Decision): Promise<JsonObject> {
  const entity = work.entity('comment');
  const comment = await work.read(entity, id, { lock: true });
  work.allow(entity, verb, comment);
  if (comment.values['publicity'] === undefined)
    throw new Refusal('not_possible', {
      message: 'The comment was written for the workspace alone.',
      fix: 'Write another one for the portal.',
    });
  const decided = await work.update(entity, comment, { values: { publicity }, verb });
  return present(work.fieldsOf(entity), decided.id, decided.values);
}

/** Refuses words for a portal where the record is on none, or where the writer may not speak there. */
export async function mustBeForPortal(
  work: Work,
  comment: StoredRecord,
  { publicity }: Values,
): Promise<void> {
  if (publicity === undefined || publicity === null) return;
  work.allow(work.entity('comment'), 'approve', comment);
  const id = comment.values['record'];
  const isFeedback = typeof id === 'string' && work.model.entityOfId(id)?.name === 'feedback';
  const post = isFeedback ? await work.find(work.entity('feedback'), id) : undefined;
  if (post?.values['portal'] !== undefined) return;
  throw new Refusal('invalid_value', {
    message: 'What it is about is on no portal.',
    details: { field: 'publicity', code: 'not_there' },
  });
}
