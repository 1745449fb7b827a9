import { textOf, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
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
import { actingPerson, withRecordSpace } from './record-space.ts';
import { findAll, findOne } from './find-one.ts';
import type { EntityRules } from './rules.ts';

export const voteRules: EntityRules = {
  prepare: async (work, values) => {
    const placed = {
      weight: 1,
      ...(await withRecordSpace(work, values)),
      ...(values['contact'] ? {} : { person: actingPerson(work) }),
    };
    return values['field'] ? prepareSpent(work, placed) : withoutPoints(placed);
  },
  findExisting: (work, values) =>
    findOne(work, work.entity('vote'), {
      record: values['record'],
      field: values['field'] ?? null,
      round: values['round'] ?? null,
      ...voterOf(values),
    }),
  prepareUpdate: async (work, record, values) => {
    const { field, space } = record.values;
    if (field === undefined) return withoutPoints(values);
    const { weight: _given, ...rest } = values;
    if (typeof values['points'] !== 'number') return rest;
    const voting = await openVoting(work, textOf(field));
    const weight = weightOf(work, voting.field, { points: values['points'], space: space ?? null });
    return { ...rest, weight };
  },
  checkUpdate: async (work, record, values) => {
    if (record.values['field'] !== undefined) await checkVote(work, { ...record.values, ...values });
  },
  beforeReturn: async (work, { values }) => {
    if (values['field'] !== undefined) await checkVote(work, values);
  },
  beforeDelete: async (work, { values }) => {
    if (values['field'] !== undefined) mustBeOf(await openVoting(work, textOf(values['field'])), values);
  },
};

function withoutPoints({ points: _points, ...values }: Values): Values {
  return values;
}

/** A vote that is paid from a budget. */
async function prepareSpent(work: Work, values: Values): Promise<Values> {
  const voting = await openVoting(work, textOf(values['field']));
  if (voting.round?.values['anonymous'] === true)
    throw new Refusal('not_possible', {
      message: 'This round is anonymous.',
      why: 'Votes would say who gave them.',
      fix: 'Give a ballot instead.',
    });
  const round = voting.round === undefined ? {} : { round: voting.round.id };
  const points = pointsOf(values);
  const weight = weightOf(work, voting.field, { points, space: values['space'] ?? null });
  const spent = { ...values, ...round, points, weight };
  await checkIn(work, voting, spent);
  return spent;
}

async function checkVote(work: Work, values: Values): Promise<void> {
  const voting = await openVoting(work, textOf(values['field']));
  mustBeOf(voting, values);
  await checkIn(work, voting, values);
}

async function checkIn(work: Work, voting: Voting, values: Values): Promise<void> {
  mustBeAbout(voting, values['record']);
  const spent = await findAll(work, work.entity('vote'), {
    field: voting.field.id,
    round: voting.round?.id ?? null,
    archivedAt: null,
    ...voterOf(values),
  });
  checkSpending(voting.field, { spent, record: values['record'], points: pointsOf(values) });
}

/** Votes of earlier rounds are kept as they are. */
function mustBeOf({ round }: Voting, values: Values): void {
  if ((values['round'] ?? null) !== (round?.id ?? null) || values['archivedAt'] !== undefined) throw over();
}

function voterOf({ contact, person }: StoredRecord['values']): Readonly<Record<string, Json>> {
  return contact ? { contact } : { person: person ?? null };
}
