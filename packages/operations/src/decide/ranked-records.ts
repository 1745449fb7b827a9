/** The records that a decision is about: a list of ids that whoever opens it may read, in the decision's space. */
import { isId, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { loadRecords } from '@throughline/db';
import { MOST_RANKED, type Entity, type Values } from '@throughline/model';
import type { Work } from '../work.ts';

export function recordIds(values: Values): readonly string[] {
  const { records } = values;
  return Array.isArray(records) ? records.filter((id): id is string => typeof id === 'string') : [];
}

/** Refuses anything but a list of different ideas of the space, `least` at least. */
export async function checkRecords(work: Work, values: Values, least: number): Promise<void> {
  const { records } = values;
  const ids = recordIds(values);
  const isList =
    Array.isArray(records) &&
    ids.length === records.length &&
    new Set(ids).size === ids.length &&
    ids.every((id) => isId(id, 'idea'));
  if (!isList || ids.length < least || ids.length > MOST_RANKED)
    throw refusal(`Give ids of ${least} to ${MOST_RANKED} different ideas.`, 'not_ideas');
  const entity = work.entity('idea');
  const found = await loadRecords(work.tx, work.tableOf(entity), work.state.id, { ids: [...ids] });
  const strange = ids.find(
    (id) => !isReadable(work, entity, { record: found.get(id), space: values['space'] }),
  );
  if (strange !== undefined)
    throw refusal(`There is no idea ${strange} in this space, or you may not see it.`, 'no_such_record');
}

type Wanted = {
  readonly record: { readonly id: string; readonly values: Values } | undefined;
  readonly space: Json | undefined;
};

function isReadable(work: Work, entity: Entity, { record, space }: Wanted): boolean {
  return record !== undefined && record.values['space'] === space && work.may(entity, 'read', record);
}

function refusal(message: string, code: string): Refusal {
  return new Refusal('invalid_value', { message, details: { field: 'records', code } });
}
