import { textOf } from '@throughline/base';
import type { Values } from '@throughline/model';
import {
  checkSpending,
  mustBeAbout,
  openVoting,
  over,
  pointsOf,
  weightOf,
  type Voting,
} from '../decide/voting.ts';
import type { Work } from '../work.ts';
import { actingPerson, recordNamed, withRecordSpace } from './record-space.ts';
import { findAll, findOne } from './find-one.ts';
import type { EntityRules } from './rules.ts';

export const ballotRules: EntityRules = {
  prepare: async (work, values) => {
    const placed = { ...(await withRecordSpace(work, values)), person: actingPerson(work) };
    return withWeight(work, { points: 1, ...placed });
  },
  findExisting: (work, { round, record, person }) =>
    findOne(work, work.entity('ballot'), { round, record, person }),
  prepareUpdate: async (work, record, values) => {
    const { points, weight } = await withWeight(work, { ...record.values, ...values });
    return {
      ...values,
      ...(values['points'] === undefined ? {} : { points: points ?? 1, weight: weight ?? 1 }),
    };
  },
  beforeDelete: async (work, { values }) => {
    await votingOf(work, values);
  },
};

async function withWeight(work: Work, values: Values): Promise<Values> {
  const voting = await votingOf(work, values);
  mustBeAbout(voting, values['record']);
  const { round, person, record, space = null } = values;
  const spent = await findAll(work, work.entity('ballot'), { round, person });
  const points = pointsOf(values);
  checkSpending(voting.field, { spent, record, points });
  return { ...values, weight: weightOf(work, voting.field, { points, space }) };
}

/** Only anonymous rounds take ballots, and only while they are open. */
async function votingOf(work: Work, values: Values): Promise<Voting> {
  const { record: round } = await recordNamed(work, values, 'round');
  const voting = await openVoting(work, textOf(round.values['field']));
  if (voting.round?.id !== round.id || round.values['anonymous'] !== true) throw over();
  return voting;
}
