import { Refusal } from '@throughline/contract';
import type { Values } from '@throughline/model';
import { recordIds } from '../decide/ranked-records.ts';
import type { Work } from '../work.ts';
import { findOne } from './find-one.ts';
import { actingPerson, recordNamed, withRecordSpace } from './record-space.ts';
import type { EntityRules } from './rules.ts';

export const comparisonRules: EntityRules = {
  prepare: async (work, values) => {
    await checkPair(work, values);
    const person = actingPerson(work);
    await removeFormer(work, { ...values, person });
    return { ...(await withRecordSpace(work, values, 'ranking')), person };
  },
  beforeDelete: async (work, { values }) => {
    await checkOpen(work, values);
  },
};

async function checkPair(work: Work, values: Values): Promise<void> {
  const ids = await checkOpen(work, values);
  const pair = [values['winner'], values['loser']];
  const areRanked = pair.every((id) => typeof id === 'string' && ids.includes(id));
  if (areRanked && pair[0] !== pair[1]) return;
  throw new Refusal('invalid_value', {
    message: 'A comparison is of two different records of the ranking.',
    details: { field: 'winner', code: 'not_in_ranking' },
  });
}

/** Answers the records of the ranking, which must be open. */
async function checkOpen(work: Work, values: Values): Promise<readonly string[]> {
  const { record } = await recordNamed(work, values, 'ranking');
  const { closedAt, archivedAt } = record.values;
  if (closedAt !== undefined || archivedAt !== undefined)
    throw new Refusal('not_possible', {
      message: 'This ranking is closed.',
      why: 'Its result is kept as it is.',
      fix: 'Ask an editor to open it again.',
    });
  return recordIds(record.values);
}

/** Whoever changes his mind has said one thing, not two. */
async function removeFormer(work: Work, { ranking, person, winner, loser }: Values): Promise<void> {
  const entity = work.entity('comparison');
  const orders = [
    { winner, loser },
    { winner: loser, loser: winner },
  ];
  for (const pair of orders) {
    const former = await findOne(work, entity, { ranking, person, ...pair });
    if (former) await work.remove(entity, former);
  }
}
