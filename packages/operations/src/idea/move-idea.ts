import { must, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { Values } from '@throughline/model';
import { authorise } from '../access/authorise.ts';
import type { OperationRequest } from '../execute.ts';
import { parseValues } from '../records/parse-values.ts';
import { present } from '../records/present.ts';
import { resolveReferences, resolveSpace } from '../records/resolve-references.ts';
import { updateFromValues } from '../records/update-record.ts';
import { nextKeys } from '../rules/next-key.ts';
import type { Work } from '../work.ts';
import { fitFields, type FieldMap } from './fit-fields.ts';
import { followRecords } from './follow-records.ts';

type MoveInput = {
  readonly space: string;
  readonly fields?: FieldMap;
  readonly values?: JsonObject;
  readonly dry?: boolean;
};

/**
 * Takes an idea, with all that hangs on it, to another space; its old key leads to it ever after. Answers in `fit`
 * what became of the values of fields that the old space alone has; `dry` only answers.
 */
export async function moveIdea(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('idea');
  const { space: wanted, fields, values: given = {}, dry = false } = input as MoveInput;
  const idea = await work.read(entity, id, { lock: true });
  work.allow(entity, 'move', idea);
  const space = resolveSpace(work, wanted);
  if (space === idea.values['space'])
    throw new Refusal('not_possible', { message: 'The idea is in this space already.' });
  authorise(work.state, work.actor, { entity, verb: 'create', subject: { space } });
  const fit = fitFields(work, { entity, values: idea.values, space, map: fields });
  const shown = { fit: fit.items as unknown as Json };
  if (dry) return { ...present(work.fieldsOf(entity), idea.id, idea.values), ...shown };
  const key = must((await nextKeys(work, space))[0]);
  const moved = await work.update(entity, idea, {
    values: { ...fit.values, ...startOf(work, fit.values, space), space, key },
    verb: 'move',
  });
  await followRecords(work, [id], space);
  const parsed = parseValues({ ...work, entity, space }, given);
  const values = await resolveReferences(work, entity, parsed);
  const arrived =
    Object.keys(values).length === 0
      ? moved
      : await updateFromValues(work, entity, { record: moved, values });
  return { ...present(work.fieldsOf(entity), arrived.id, arrived.values), ...shown };
}

/** A workflow that has no such status begins at its beginning. */
function startOf(work: Work, fitted: Values, space: string): Values {
  if (fitted['status'] !== null) return {};
  const status = work.state.fieldsIn('idea', space).find(({ id }) => id === 'status');
  return { status: status?.config.options?.[0]?.key ?? null };
}
