import { compareCodePoints, textOf, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { pointsOf } from './voting.ts';

/** What came out for one record. In an anonymous round notes have no author and stand in the order of their texts. */
export type RoundItem = {
  readonly record: string;
  /** What its points count. */
  readonly total: number;
  readonly points: number;
  /** How many people gave so many points, the most points first. */
  readonly spread: readonly { readonly points: number; readonly people: number }[];
  readonly notes: readonly { readonly text: string; readonly person?: string }[];
};

/** Kept in the round, best first. */
export type RoundResult = { readonly voters: number; readonly items: readonly RoundItem[] };

/**
 * Ends a round and keeps its result. The ballots of an anonymous one are counted and deleted, and with them the last
 * that says who gave what; one vote without a voter for each record stands for them.
 */
export async function closeRound(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('round');
  const before = await work.read(entity, id);
  work.allow(entity, 'close', before);
  // As those who vote do; the field itself may be gone by now.
  await work.find(work.entity('field'), textOf(before.values['field']), { lock: true });
  const round = await work.read(entity, id, { lock: true });
  if (round.values['closedAt'] !== undefined)
    throw new Refusal('not_possible', { message: 'The round is closed already.' });
  const isAnonymous = round.values['anonymous'] === true;
  const votes = isAnonymous
    ? await findAll(work, work.entity('ballot'), { round: id })
    : await findAll(work, work.entity('vote'), { round: id, archivedAt: null });
  const result = countVotes(votes, isAnonymous);
  if (isAnonymous) await replaceBallots(work, round, { ballots: votes, items: result.items });
  const closed = await work.update(entity, round, {
    values: { closedAt: work.now, result: result as unknown as Json },
    verb: 'close',
  });
  return present(work.fieldsOf(entity), closed.id, closed.values);
}

export function countVotes(votes: readonly StoredRecord[], isAnonymous: boolean): RoundResult {
  const byRecord = groupVotes(votes, ({ values }) => textOf(values['record']));
  const items = [...byRecord].map(([record, given]) => countRecord(record, given, isAnonymous));
  const voters = new Set(votes.map(({ values }) => textOf(values['person'] ?? values['contact'] ?? '')));
  return {
    voters: voters.size,
    items: items.toSorted((a, b) => b.total - a.total || compareCodePoints(a.record, b.record)),
  };
}

function countRecord(record: string, votes: readonly StoredRecord[], isAnonymous: boolean): RoundItem {
  const sum = (of: (vote: StoredRecord) => number): number => votes.reduce((all, each) => all + of(each), 0);
  const spread = groupVotes(votes, ({ values }) => pointsOf(values));
  const notes = votes.flatMap(({ values: { note, person } }) =>
    typeof note === 'string'
      ? [{ text: note, ...(!isAnonymous && person !== undefined ? { person: textOf(person) } : {}) }]
      : [],
  );
  return {
    record,
    total: sum(({ values }) => Number(values['weight'] ?? 0)),
    points: sum(({ values }) => pointsOf(values)),
    spread: [...spread]
      .map(([points, given]) => ({ points, people: given.length }))
      .toSorted((a, b) => b.points - a.points),
    notes: notes.toSorted((a, b) => compareCodePoints(a.text, b.text)),
  };
}

function groupVotes<Key>(
  votes: readonly StoredRecord[],
  keyOf: (vote: StoredRecord) => Key,
): ReadonlyMap<Key, readonly StoredRecord[]> {
  const groups = new Map<Key, StoredRecord[]>();
  for (const vote of votes) {
    const key = keyOf(vote);
    groups.set(key, [...(groups.get(key) ?? []), vote]);
  }
  return groups;
}

type Counted = { readonly ballots: readonly StoredRecord[]; readonly items: readonly RoundItem[] };

async function replaceBallots(work: Work, round: StoredRecord, { ballots, items }: Counted): Promise<void> {
  for (const ballot of ballots) await work.remove(work.entity('ballot'), ballot);
  const { field = null, space = null } = round.values;
  const votes = items.map(({ record, total, points }) => ({
    values: { record, weight: total, points, field, round: round.id, space },
  }));
  if (votes.length > 0) await work.insert(work.entity('vote'), votes);
}
