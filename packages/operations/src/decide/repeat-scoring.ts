import type { JsonObject } from '@throughline/base';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';
import { emptied, findFinished, lockSession, lockVerdicts } from './scoring.ts';

/** Lets ideas be scored again, apart as before; what was revealed of them is kept. */
export async function repeatScoring(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const session = await lockSession(work, id, 'repeat');
  const { records } = input as { records: readonly string[] };
  const verdicts = (await lockVerdicts(work, session, records)).filter(
    ({ values }) => values['revealedAt'] !== undefined,
  );
  for (const verdict of verdicts)
    await work.update(work.entity('verdict'), verdict, { values: { revealedAt: null } });
  const entity = work.entity('scoring');
  const values = { finished: emptied(await findFinished(work, id)), updatedAt: work.now };
  const after =
    verdicts.length === 0 ? session : await work.update(entity, session, { values, verb: 'repeat' });
  return present(work.fieldsOf(entity), after.id, after.values);
}
