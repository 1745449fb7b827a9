/** A scoring session while it is open: its fields, its people, and who has finished. */
import { textOf, type Json, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import {
  isScoredField,
  MOST_INPUTS,
  MOST_SCORERS,
  type Field,
  type FieldConfig,
  type Values,
  type Verb,
} from '@throughline/model';
import { roleOf } from '../access/authorise.ts';
import { findAll } from '../rules/find-one.ts';
import type { Work } from '../work.ts';

/** A field that is scored, as it was when the session began. */
export type Scale = {
  readonly field: string;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly config: FieldConfig;
};

/** The scales of the fields that a new session names; refuses those that people cannot score. */
export function makeScales(work: Work, { inputs, space }: Values): readonly Scale[] {
  const names = Array.isArray(inputs) ? inputs : [];
  const place = textOf(space);
  const known = work.state.fieldsIn('idea', place).filter(({ id }) => work.state.isOffered(id, place));
  const fields = names.map((name) => known.find(({ id, key }) => id === name || key === name));
  const missing = names.find((_name, at) => fields[at] === undefined);
  if (missing !== undefined)
    throw refuseField(
      'inputs',
      'no_such_field',
      `There is no field “${textOf(missing).slice(0, 60)}” in this space.`,
    );
  if (names.length === 0 || names.length > MOST_INPUTS || new Set(fields).size < names.length)
    throw refuseField('inputs', 'not_fields', `Name 1 to ${MOST_INPUTS} different fields of ideas.`);
  return fields.flatMap((field) => (field === undefined ? [] : makeScale(field)));
}

function makeScale(field: Field): Scale {
  const { id, key, name, type, config } = field;
  if (!isScoredField(field))
    throw refuseField(
      'inputs',
      'not_scored',
      `${name} cannot be scored: numbers, sliders, ratings and selects whose options have weights can.`,
    );
  const { rules: _rules, ...shape } = config;
  return { field: id, key, name, type, config: shape };
}

export function scalesOf({ values }: StoredRecord): readonly Scale[] {
  return (values['scales'] ?? []) as unknown as readonly Scale[];
}

/** Refuses people who may not contribute in the space: they could not score. */
export function checkScorers(work: Work, { scorers, space }: Values): void {
  const people = Array.isArray(scorers) ? scorers : [];
  if (people.length > MOST_SCORERS)
    throw refuseField('scorers', 'too_many', `${people.length} people are named; ${MOST_SCORERS} fit.`);
  for (const person of people) {
    const role = roleOf(work.state, { kind: 'person', person: textOf(person) }, textOf(space));
    if (role === null || role === 'viewer')
      throw refuseField('scorers', 'may_not_score', 'Somebody named may not contribute in this space.');
  }
}

/** The session, locked before anything that hangs on it; refuses who may not do this, and what is closed. */
export async function lockSession(work: Work, id: string, verb: Verb): Promise<StoredRecord> {
  const entity = work.entity('scoring');
  const session = await work.read(entity, id, { lock: true });
  work.allow(entity, verb, session);
  refuseClosed(session.values);
  return session;
}

export function refuseClosed({ closedAt, archivedAt }: Values): void {
  if (closedAt === undefined && archivedAt === undefined) return;
  throw new Refusal('not_possible', {
    message: 'The scoring session is closed.',
    why: 'Its results are kept as they are.',
    fix: 'Begin another session.',
  });
}

/** The verdicts of a session, or those of some of its ideas, locked; refuses ideas it is not about. */
export async function lockVerdicts(
  work: Work,
  session: StoredRecord,
  records?: readonly string[],
): Promise<readonly StoredRecord[]> {
  const all = await findAll(work, work.entity('verdict'), { scoring: session.id });
  if (records === undefined) return all;
  const byRecord = new Map(all.map((verdict) => [textOf(verdict.values['record']), verdict]));
  return [...new Set(records)].map((record) => {
    const verdict = byRecord.get(record);
    if (verdict === undefined)
      throw refuseField(
        'records',
        'not_in_session',
        `The session is not about an idea ${record.slice(0, 60)}.`,
      );
    return verdict;
  });
}

/** Who has answered for each idea that is there and not revealed; nobody where none is left. */
export async function findFinished(work: Work, session: string, without = ''): Promise<readonly string[]> {
  const { rows } = await work.tx.query<{ person: string }>(
    `with open as (
       select v.id from verdict v join idea i on i.workspace_id = v.workspace_id and i.id = v.record
       where v.workspace_id = $1 and v.scoring = $2 and v.revealed_at is null and i.archived_at is null)
     select s.person from score s join open on open.id = s.verdict
     where s.workspace_id = $1 and s.id <> $3
     group by s.person having count(*) = (select count(*) from open) order by s.person`,
    [work.state.id, session, without],
  );
  return rows.map(({ person }) => person);
}

/** Writes who has finished into the session; there only because others are to see it. */
export async function keepFinished(work: Work, session: string, without?: string): Promise<void> {
  const entity = work.entity('scoring');
  const record = await work.find(entity, session, { lock: true });
  const finished = await findFinished(work, session, without);
  if (record) await work.update(entity, record, { values: { finished: emptied(finished) } });
}

/**
 * The same for the open sessions that an idea is in, which was archived or came back: an act apart, so that it keeps
 * nobody from undoing that.
 */
export async function keepFinishedOf(work: Work, idea: string): Promise<void> {
  const { rows } = await work.tx.query<{ id: string }>(
    `select s.id from scoring s where s.workspace_id = $1 and s.closed_at is null and s.archived_at is null
       and exists (select 1 from verdict v where v.workspace_id = s.workspace_id and v.scoring = s.id
         and v.record = $2 and v.revealed_at is null)
     order by s.id`,
    [work.state.id, idea],
  );
  for (const { id } of rows) await keepFinished(work.apart(), id);
}

/** An empty list is kept as nothing. */
export function emptied(list: readonly string[]): Json {
  return list.length === 0 ? null : list;
}

export function refuseField(field: string, code: string, message: string): Refusal {
  return new Refusal('invalid_value', { message, details: { field, code } });
}

export type Answers = { readonly [field: string]: { readonly value?: Json; readonly note?: string } };

const NOTE = 1000;

/** What a person sent, by field id: values that fit the session's scales, and notes. */
export function parseAnswers(work: Work, session: StoredRecord, input: Json | undefined): Answers {
  if (input === undefined || input === null) return {};
  if (typeof input !== 'object' || Array.isArray(input))
    throw refuseField(
      'answers',
      'not_answers',
      'Give answers by the key of the field, such as {"effort": {"value": 5}}.',
    );
  const scales = scalesOf(session);
  const entries = Object.entries(input as JsonObject).map(([name, answer]) => {
    const scale = scales.find(({ field, key }) => field === name || key === name);
    if (scale === undefined)
      throw refuseField(
        'answers',
        'not_in_session',
        `The session is not about a field “${name.slice(0, 60)}”.`,
      );
    return [scale.field, parseAnswer(work, scale, answer)] as const;
  });
  return Object.fromEntries(entries.filter(([, answer]) => Object.keys(answer).length > 0));
}

function parseAnswer(work: Work, scale: Scale, input: Json | undefined): Answers[string] {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  if (!isObject)
    throw refuseField(
      'answers',
      'not_answers',
      `${scale.name}: give {"value": …}, with a "note" where there is something to say.`,
    );
  const { value, note } = input as JsonObject;
  const text = typeof note === 'string' ? note.trim() : '';
  if ((note ?? null) !== null && (typeof note !== 'string' || text.length > NOTE || text.includes('\0')))
    throw refuseField('answers', 'note', `${scale.name}: a note is a text of at most ${NOTE} characters.`);
  return {
    ...((value ?? null) === null ? {} : { value: parseScore(work, scale, value ?? null) }),
    ...(text === '' ? {} : { note: text }),
  };
}

/** Judged by the field as it was when the session began; a field that is gone takes no more scores. */
function parseScore(work: Work, scale: Scale, value: Json): Json {
  mustBeThere(work, scale);
  const { field: id, ...rest } = scale;
  const { zone, currency } = work.state;
  const parsed = work.model.fieldType(scale.type).parse(value, { id, ...rest }, { zone, currency });
  if (!parsed.ok)
    throw new Refusal('invalid_value', {
      message: `${scale.name}: ${parsed.error.message}`,
      details: { field: 'answers', code: parsed.error.code },
    });
  const option = scale.config.options?.find(({ key }) => key === parsed.value);
  if (scale.config.options !== undefined && option?.weight === undefined)
    throw refuseField('answers', 'no_weight', `${scale.name}: this option has no weight, so it is no score.`);
  return parsed.value;
}

export function mustBeThere(work: Work, { field, name }: Scale): void {
  if (work.state.fieldsOf('idea').some(({ id }) => id === field)) return;
  throw new Refusal('not_possible', {
    message: `The field ${name} was removed.`,
    why: 'What was given for it is kept, and nothing more is written to it.',
    fix: 'Leave it out, or restore the field.',
  });
}
