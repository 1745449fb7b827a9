import type { JsonObject } from '@throughline/base';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { deleteScores } from './reveal-scoring.ts';
import { lockSession } from './scoring.ts';

/** Ends a session: what was revealed and agreed is kept for ever, and scores that were not go unseen. */
export async function closeScoring(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  const session = await lockSession(work, id, 'close');
  const entity = work.entity('scoring');
  await deleteScores(work, await findAll(work, work.entity('score'), { scoring: id }));
  const closed = await work.update(entity, session, {
    values: { closedAt: work.now, finished: null },
    verb: 'close',
  });
  return present(work.fieldsOf(entity), closed.id, closed.values);
}
