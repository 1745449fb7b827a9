import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import type { Actor } from '../access/actor.ts';
import { executeGathered } from '../execute.ts';
import { readWords } from '../portal/read-words.ts';
import { createPrepared } from '../records/create-record.ts';
import { excerptOf } from '../rules/record-space.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import type { FoundSurvey } from './find-survey.ts';
import { kanoCategory } from './kano-category.ts';

export type SurveyAnswer = {
  readonly score?: number;
  readonly opposite?: number;
  readonly words: string;
  /** Of the response that a mail asked for; a stranger's is made. */
  readonly response?: string;
  /** The same for the same form sent twice. */
  readonly idempotencyKey?: string;
};

const WORDS = 20_000;

/** Keeps somebody's answer, once for each mail; what they write becomes feedback. */
export async function answerSurvey(
  runtime: Runtime,
  { workspace, survey }: FoundSurvey,
  { idempotencyKey, ...answer }: SurveyAnswer,
): Promise<void> {
  const actor: Actor = {
    kind: 'anonymous',
    person: null,
    visitor: { space: textOf(survey.values['space']), contact: null },
  };
  const key = idempotencyKey === undefined ? {} : { idempotencyKey };
  const request = { workspace, actor, source: 'portal', operation: 'survey.answer', id: survey.id } as const;
  await executeGathered(runtime, { ...request, input: { ...answer }, ...key }, async (work) => {
    const open = await mustOpen(work, survey.id);
    const invited = answer.response === undefined ? undefined : await mustWait(work, open, answer.response);
    const figures = figuresOf(open, answer);
    const from = await senderOf(work, invited);
    const feedback = await keepWords(work, { survey: open, from, figures }, answer.words);
    const { space = null } = open.values;
    const values = {
      ...figures,
      ...from,
      answeredAt: work.now,
      ...(feedback ? { feedback: feedback.id } : {}),
    };
    if (invited) await work.update(work.entity('response'), invited, { values });
    else
      await createPrepared(work, work.entity('response'), { values: { ...values, survey: open.id, space } });
    return {};
  });
}

async function mustOpen(work: Work, id: string): Promise<StoredRecord> {
  const survey = await work.find(work.entity('survey'), id);
  if (survey?.values['state'] === 'open' && survey.values['archivedAt'] === undefined) return survey;
  throw new Refusal('not_possible', { message: 'This survey is over.', fix: 'Nothing needs to be done.' });
}

async function mustWait(work: Work, survey: StoredRecord, id: string): Promise<StoredRecord> {
  const response = await work.find(work.entity('response'), id, { lock: true });
  if (response?.values['survey'] !== survey.id) throw new Refusal('not_found');
  if (response.values['answeredAt'] === undefined) return response;
  throw new Refusal('already_exists', {
    message: 'This question was answered already.',
    fix: 'Nothing needs to be done.',
  });
}

/** What is behind a mail is known; whoever comes by the open link is not. */
async function senderOf(work: Work, invited: StoredRecord | undefined): Promise<Values> {
  const id = invited?.values['contact'];
  const contact = typeof id === 'string' ? await work.find(work.entity('contact'), id) : undefined;
  if (!contact || contact.values['erasedAt'] !== undefined) return {};
  const { company } = contact.values;
  return { contact: contact.id, ...(company === undefined ? {} : { company }) };
}

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  nps: [0, 10],
  csat: [1, 5],
  kano: [1, 5],
};

function figuresOf({ values }: StoredRecord, { score, opposite, words }: SurveyAnswer): Values {
  const kind = textOf(values['kind']);
  const range = RANGES[kind];
  if (range === undefined) {
    if (words.trim() === '') throw refuse('words');
    return {};
  }
  const isIn = (value: number | undefined): value is number =>
    value !== undefined && Number.isInteger(value) && value >= range[0] && value <= range[1];
  if (!isIn(score)) throw refuse('score');
  if (kind !== 'kano') return { score };
  if (!isIn(opposite)) throw refuse('opposite');
  return { score, opposite, category: kanoCategory(score, opposite) };
}

function refuse(field: string): Refusal {
  return new Refusal('invalid_value', {
    message: 'Please choose an answer.',
    details: { field, code: 'not_answered' },
  });
}

type Said = { readonly survey: StoredRecord; readonly from: Values; readonly figures: Values };

async function keepWords(
  work: Work,
  { survey, from, figures }: Said,
  text: string,
): Promise<StoredRecord | undefined> {
  const body = readWords('words', text, { length: WORDS });
  if (body === '') return undefined;
  const { space = null } = survey.values;
  return createPrepared(work, work.entity('feedback'), {
    values: {
      title: excerptOf(body),
      body: `${body}\n\n— ${aboutOf(survey, figures)}`,
      state: 'new',
      channel: 'survey',
      receivedAt: work.now,
      space,
      ...from,
    },
  });
}

/** What was asked and answered, so that the words can be read alone. */
function aboutOf({ values }: StoredRecord, { score = null, category = null }: Values): string {
  const figure = category ?? score;
  return `${textOf(values['question'])}${figure === null ? '' : ` ${textOf(figure)}`}`;
}
