import { must, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { authorise } from '../access/authorise.ts';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { resolveSpace } from '../records/resolve-references.ts';
import { nextKeys } from '../rules/next-key.ts';
import type { Work } from '../work.ts';
import { followRecords } from './follow-records.ts';

/** Takes an idea, with all that hangs on it, to another space; its old key leads to it ever after. */
export async function moveIdea(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('idea');
  const idea = await work.read(entity, id, { lock: true });
  work.allow(entity, 'move', idea);
  const space = resolveSpace(work, (input as { space: string }).space);
  if (space === idea.values['space'])
    throw new Refusal('not_possible', { message: 'The idea is in this space already.' });
  authorise(work.state, work.actor, { entity, verb: 'create', subject: { space } });
  const key = must((await nextKeys(work, space))[0]);
  const moved = await work.update(entity, idea, { values: { space, key }, verb: 'move' });
  await followRecords(work, [id], space);
  return present(work.fieldsOf(entity), moved.id, moved.values);
}
