import { textOf, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { readerOf } from '../mail/reader-of.ts';
import { sendLetters, type Deliver, type Letter } from '../mail/send-letters.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';

export type SurveyLetter = Letter & {
  readonly contact: string;
  /** Of the survey's page. */
  readonly slug: string;
};

/** Mails the questions that wait to go out; tells how many mails went out. */
export async function sendSurveys(runtime: Runtime, deliver: Deliver<SurveyLetter>): Promise<number> {
  return sendLetters(runtime, { entity: 'response', compose }, deliver);
}

/** Nobody is mailed who left meanwhile or has answered, nor for a survey that is over. */
async function compose(work: Work, { values }: StoredRecord): Promise<JsonObject | null> {
  if (values['answeredAt'] !== undefined) return null;
  const survey = await work.find(work.entity('survey'), textOf(values['survey']));
  if (survey?.values['state'] !== 'open' || survey.values['archivedAt'] !== undefined) return null;
  const contact = textOf(values['contact']);
  const reader = await readerOf(work, contact);
  if (reader === null || reader.unsubscribedAt !== null) return null;
  return {
    to: reader.to,
    subject: textOf(survey.values['question']).slice(0, 200),
    text: textOf(survey.values['question']),
    language: textOf(survey.values['language'] ?? 'en'),
    slug: textOf(survey.values['slug']),
    contact,
  };
}
