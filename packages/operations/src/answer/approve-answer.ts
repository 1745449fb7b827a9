import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';

/** It goes out with the next mails. */
export async function approveAnswer(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  return decide(work, id, { verb: 'approve', state: 'approved' });
}

/** The customer is not told. */
export async function skipAnswer(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  return decide(work, id, { verb: 'skip', state: 'skipped' });
}

type Decision = { readonly verb: 'approve' | 'skip'; readonly state: 'approved' | 'skipped' };

async function decide(work: Work, id: string, { verb, state }: Decision): Promise<JsonObject> {
  const entity = work.entity('answer');
  const answer = await work.read(entity, id, { lock: true });
  work.allow(entity, verb, answer);
  mustBeOpen(answer);
  const decided = await work.update(entity, answer, { values: { state, fault: null }, verb });
  return present(work.fieldsOf(entity), decided.id, decided.values);
}

const OPEN: ReadonlySet<string> = new Set(['draft', 'failed', 'skipped']);

/** Refuses what is on its way or has arrived. */
export function mustBeOpen({ values }: StoredRecord): void {
  const state = textOf(values['state'] ?? '');
  if (OPEN.has(state)) return;
  throw new Refusal('not_possible', {
    message: state === 'sent' ? 'It was sent already.' : 'It is on its way already.',
    fix: 'Write to the customer yourself if there is more to say.',
  });
}
