import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import { MOST_SCORERS, type Values } from '@throughline/model';
import { keepFinished, parseAnswers, refuseClosed } from '../decide/scoring.ts';
import type { Work } from '../work.ts';
import { findOne } from './find-one.ts';
import { actingPerson, recordNamed } from './record-space.ts';
import type { EntityRules } from './rules.ts';

export const scoreRules: EntityRules = {
  prepare: async (work, values) => {
    const person = actingPerson(work);
    const { session, verdict } = await lockOpen(work, values);
    const { scorers, space = null } = session.values;
    if (Array.isArray(scorers) && !scorers.includes(person))
      throw new Refusal('forbidden', {
        message: 'You are not among those who score here.',
        why: 'The session names its people.',
        fix: 'Ask whoever began it to add you.',
      });
    const answers = parseAnswers(work, session, values['answers']);
    return { verdict: verdict.id, scoring: session.id, space, person, answers };
  },
  findExisting: (work, { verdict, person }) => findOne(work, work.entity('score'), { verdict, person }),
  prepareUpdate: async (work, { values: known }, values) => {
    const { session } = await lockOpen(work, known);
    return { ...values, answers: parseAnswers(work, session, values['answers']) };
  },
  afterCreate: async (work, { values }) => {
    await checkCount(work, textOf(values['verdict']));
    await keepFinished(work, textOf(values['scoring']));
  },
  beforeDelete: async (work, { id, values }) => {
    await lockOpen(work, values);
    await keepFinished(work, textOf(values['scoring']), id);
  },
};

type Open = { readonly session: StoredRecord; readonly verdict: StoredRecord };

/** The session first, as its operations do; refuses what is closed, revealed or gone. */
async function lockOpen(work: Work, values: Values): Promise<Open> {
  const { record: named } = await recordNamed(work, values, 'verdict');
  const session = await recordOf(work, 'scoring', named.values['scoring']);
  refuseClosed(session.values);
  const verdict = await recordOf(work, 'verdict', named.id);
  if (verdict.values['revealedAt'] !== undefined)
    throw new Refusal('not_possible', {
      message: 'The scores of this idea are revealed.',
      why: 'Whoever scores now would know what the others gave.',
      fix: 'Ask for the idea to be scored again.',
    });
  const idea = await work.find(work.entity('idea'), textOf(verdict.values['record']));
  if (idea === undefined || idea.values['archivedAt'] !== undefined)
    throw new Refusal('not_possible', {
      message: 'The idea was archived meanwhile.',
      fix: 'Go on to the next.',
    });
  return { session, verdict };
}

async function recordOf(work: Work, name: string, id: Values[string] | undefined): Promise<StoredRecord> {
  const record = await work.find(work.entity(name), textOf(id), { lock: true });
  if (!record) throw new Refusal('not_found');
  return record;
}

async function checkCount(work: Work, verdict: string): Promise<void> {
  const { rows } = await work.tx.query<{ count: number }>(
    'select count(*)::int4 as count from score where workspace_id = $1 and verdict = $2',
    [work.state.id, verdict],
  );
  if ((rows[0]?.count ?? 0) > MOST_SCORERS)
    throw new Refusal('too_large', { message: `${MOST_SCORERS} people have scored this idea; no more fit.` });
}
