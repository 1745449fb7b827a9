import { must, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { authorise } from '../access/authorise.ts';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { resolveSpace } from '../records/resolve-references.ts';
import { findAll } from '../rules/find-one.ts';
import { nextKeys } from '../rules/next-key.ts';
import type { Work } from '../work.ts';

const FOLLOWS = [
  { entity: 'insight', via: 'idea' },
  { entity: 'comment', via: 'record' },
  { entity: 'vote', via: 'record' },
  { entity: 'reaction', via: 'record' },
  { entity: 'attachment', via: 'record' },
  { entity: 'relation', via: 'from' },
  { entity: 'document', via: 'record' },
] as const;

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
  await work.tx.query('insert into key_redirect (workspace_id, key, id) values ($1, $2, $3)', [
    work.state.id,
    idea.values['key'],
    id,
  ]);
  const moved = await work.update(entity, idea, { values: { space, key }, verb: 'move' });
  for (const { entity: name, via } of FOLLOWS) {
    const following = work.entity(name);
    for (const record of await findAll(work, following, { [via]: id }))
      await work.update(following, record, { values: { space } });
  }
  return present(work.fieldsOf(entity), moved.id, moved.values);
}
