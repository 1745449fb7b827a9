/** Votes of the person who looks: on a record, and what is left of a field's budget. */
import type { Field } from '@throughline/model';
import { readNumber } from '../fields/read-value.ts';
import { t } from '../messages/t.ts';
import { withAuthor } from './new-record.ts';
import type { ReplicaRecord } from './record-hub.ts';
import type { WorkspaceData } from './workspace-data.ts';

type VotesField = Pick<Field, 'id' | 'config'>;

/** Fields that people added name themselves in their votes; the built-in one does not. */
function isOf({ values }: ReplicaRecord, { id }: VotesField): boolean {
  return (values['field'] ?? 'votes') === id;
}

export function ownVote(data: WorkspaceData, field: VotesField, record: string): ReplicaRecord | undefined {
  const me = data.replica.session().person.id;
  return data.hub
    .related('vote', 'record', record)
    .find((vote) => vote.values['person'] === me && isOf(vote, field));
}

/** How many were given; points of a field with a budget. */
export function pointsGiven(vote: ReplicaRecord | undefined): number {
  if (vote === undefined) return 0;
  return readNumber(vote.values['points']) ?? readNumber(vote.values['weight']) ?? 1;
}

/** Undefined for fields without a budget. */
export function pointsLeft({ hub, replica }: WorkspaceData, { id, config }: VotesField): number | undefined {
  if (config.budget === undefined) return undefined;
  const me = replica.session().person.id;
  const own = hub.related('vote', 'field', id).filter(({ values }) => values['person'] === me);
  return config.budget - own.reduce((sum, vote) => sum + pointsGiven(vote), 0);
}

export interface GivenVote {
  readonly record: string;
  /** 0 takes the vote back. */
  readonly points: number;
  readonly note?: string | null;
  /** No word of it: where one's votes are in sight, the next click takes them back. */
  readonly isQuiet?: boolean;
}

/** A person has one vote a record and field. */
export function giveVote(data: WorkspaceData, field: VotesField, vote: GivenVote): void {
  const { record, points, note, isQuiet = false } = vote;
  const { replica, writer } = data;
  const own = ownVote(data, field, record);
  const isSpent = field.id !== 'votes';
  const values = {
    ...(isSpent ? { points } : { weight: points }),
    ...(note !== undefined && { note }),
  };
  const options = isQuiet ? {} : { message: t('data.voted') };
  if (own === undefined) {
    if (points === 0) return;
    const person = replica.session().person.id;
    const whole = { ...values, record, person, ...(isSpent && { field: field.id }) };
    const id = replica.newId('vote');
    writer.write([{ entity: 'vote', verb: 'create', id, values: withAuthor(data, whole) }], options);
  } else if (points === 0) {
    writer.write([{ entity: 'vote', verb: 'delete', id: own.id, values: {} }], options);
  } else {
    writer.write([{ entity: 'vote', verb: 'update', id: own.id, values }], options);
  }
}
