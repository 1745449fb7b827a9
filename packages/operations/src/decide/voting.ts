/** What may be voted for a field of votes: its budget, its rounds, and what a vote counts. */
import { textOf, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Field, Values } from '@throughline/model';
import { roleOf } from '../access/authorise.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { recordIds } from './ranked-records.ts';

export type Voting = {
  readonly field: Field;
  /** Undefined where the field has no rounds: people vote at any time. */
  readonly round: StoredRecord | undefined;
};

/** The field is locked, so that what two tabs spend is counted one after the other. */
export async function lockField(work: Work, id: string): Promise<Field> {
  await work.find(work.entity('field'), id, { lock: true });
  const field = work.state.fieldsOf('idea').find((each) => each.id === id);
  if (field?.type !== 'votes')
    throw new Refusal('invalid_value', {
      message: 'This is no field of votes of ideas.',
      details: { field: 'field', code: 'not_votes' },
    });
  return field;
}

/** The voting that is open for a field; refuses where its last round is over. */
export async function openVoting(work: Work, fieldId: string): Promise<Voting> {
  const field = await lockField(work, fieldId);
  const rounds = await findAll(work, work.entity('round'), { field: fieldId, archivedAt: null });
  if (rounds.length === 0) return { field, round: undefined };
  const round = rounds.find(({ values }) => isOpen(values, work.now));
  if (!round) throw over();
  return { field, round };
}

export function isOpen({ closedAt, archivedAt, opensAt, closesAt }: Values, now: string): boolean {
  if (closedAt !== undefined || archivedAt !== undefined) return false;
  const at = Date.parse(now);
  const hasBegun = opensAt === undefined || Date.parse(textOf(opensAt)) <= at;
  return hasBegun && (closesAt === undefined || at < Date.parse(textOf(closesAt)));
}

export function over(): Refusal {
  return new Refusal('not_possible', {
    message: 'Nobody can vote now.',
    why: 'The round is over, or has not begun.',
    fix: 'Ask an editor to open another round.',
  });
}

export function mustBeAbout({ round }: Voting, record: Json | undefined): void {
  const ids = round === undefined ? [] : recordIds(round.values);
  if (ids.length === 0 || ids.includes(textOf(record ?? ''))) return;
  throw new Refusal('invalid_value', {
    message: 'The round is not about this record.',
    details: { field: 'record', code: 'not_in_round' },
  });
}

export type Spending = {
  /** Votes or ballots of one person in one voting. */
  readonly spent: readonly StoredRecord[];
  readonly record: Json | undefined;
  readonly points: number;
};

/** Refuses more than the field allows for one record, or for all of them. */
export function checkSpending({ config }: Field, { spent, record, points }: Spending): void {
  if (!Number.isInteger(points)) throw tooMany('Points are whole numbers.');
  if (config.max !== undefined && points > config.max)
    throw tooMany(`At most ${config.max} can be given to one idea.`);
  const elsewhere = spent.filter(({ values }) => values['record'] !== record).reduce(addPoints, 0);
  if (config.budget === undefined || elsewhere + points <= config.budget) return;
  throw tooMany(`Only ${Math.max(0, config.budget - elsewhere)} of ${config.budget} votes are left.`);
}

function addPoints(sum: number, { values }: StoredRecord): number {
  return sum + pointsOf(values);
}

export function pointsOf({ points }: Values): number {
  return typeof points === 'number' ? points : 1;
}

function tooMany(message: string): Refusal {
  return new Refusal('not_possible', {
    message,
    why: 'Each person has the same budget.',
    fix: 'Take votes back elsewhere first.',
  });
}

/** What points count: by the role in the space of who gives them now. */
export function weightOf(
  work: Work,
  field: Field,
  { points, space }: { points: number; space: Json },
): number {
  const role = roleOf(work.state, work.actor, textOf(space));
  return points * (role === null ? 1 : (field.config.weights?.[role] ?? 1));
}
