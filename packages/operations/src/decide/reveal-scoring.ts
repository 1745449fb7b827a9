import { canonicalJson, compareCodePoints, textOf, type Json, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import { findHanging } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import {
  emptied,
  findFinished,
  lockSession,
  lockVerdicts,
  scalesOf,
  type Answers,
  type Scale,
} from './scoring.ts';

/** What one person gave for one field; without the person in an anonymous session. */
export type Given = { readonly person?: string; readonly value?: Json; readonly note?: string };

/** What was revealed at once for one idea. */
export type Turn = {
  readonly at: string;
  readonly by: string | null;
  /** How many answered; who left a field empty could not tell. */
  readonly people: number;
  /** By field id. In an anonymous session each list stands in an order of its own that tells nothing. */
  readonly scores: { readonly [field: string]: readonly Given[] };
};

/**
 * Shows what everybody gave, for some ideas of a session or all that are not revealed: the scores go over into the
 * verdicts and are deleted. What is revealed already stays so, and two who reveal at once do it once.
 */
export async function revealScoring(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const session = await lockSession(work, id, 'reveal');
  const { records } = (input ?? {}) as { records?: readonly string[] };
  const verdicts = (await lockVerdicts(work, session, records)).filter(
    ({ values }) => values['revealedAt'] === undefined,
  );
  const scores = await findHanging(work, work.entity('score'), {
    via: 'verdict',
    ids: verdicts.map((each) => each.id),
  });
  const byVerdict = groupByVerdict(scores);
  for (const verdict of verdicts)
    await revealOne(work, session, { verdict, scores: byVerdict.get(verdict.id) ?? [] });
  const entity = work.entity('scoring');
  const values = { revealedAt: work.now, finished: emptied(await findFinished(work, id)) };
  const after =
    verdicts.length === 0 ? session : await work.update(entity, session, { values, verb: 'reveal' });
  return present(work.fieldsOf(entity), after.id, after.values);
}

function groupByVerdict(scores: readonly StoredRecord[]): ReadonlyMap<string, readonly StoredRecord[]> {
  const groups = new Map<string, StoredRecord[]>();
  for (const score of scores) {
    const verdict = textOf(score.values['verdict']);
    const known = groups.get(verdict);
    if (known) known.push(score);
    else groups.set(verdict, [score]);
  }
  return groups;
}

type Revealed = { readonly verdict: StoredRecord; readonly scores: readonly StoredRecord[] };

async function revealOne(work: Work, session: StoredRecord, { verdict, scores }: Revealed): Promise<void> {
  const turns = (verdict.values['turns'] ?? []) as readonly Json[];
  const isAnonymous = session.values['anonymous'] === true;
  const turn: Turn = {
    at: work.now,
    by: work.actor.person,
    people: scores.length,
    scores: Object.fromEntries(
      scalesOf(session).map((scale) => [scale.field, givenFor(scale, scores, isAnonymous)]),
    ),
  };
  // Where nobody scored it again, the turn before stands.
  const isRepeat = turns.length > 0 && scores.length === 0;
  await work.update(work.entity('verdict'), verdict, {
    values: { revealedAt: work.now, ...(isRepeat ? {} : { turns: [...turns, turn as unknown as Json] }) },
  });
  await deleteScores(work, scores);
}

function givenFor({ field }: Scale, scores: readonly StoredRecord[], isAnonymous: boolean): readonly Given[] {
  const given = scores.flatMap(({ values }): readonly Given[] => {
    const answer = ((values['answers'] ?? {}) as unknown as Answers)[field];
    if (answer === undefined) return [];
    return [isAnonymous ? answer : { person: textOf(values['person']), ...answer }];
  });
  return given.toSorted((a, b) => compareCodePoints(canonicalJson(a as Json), canonicalJson(b as Json)));
}

export async function deleteScores(work: Work, scores: readonly StoredRecord[]): Promise<void> {
  for (const score of scores) await work.remove(work.entity('score'), score);
}
