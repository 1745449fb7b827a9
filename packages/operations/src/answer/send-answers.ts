import { textOf, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { MAIL } from '../mail/mail-identity.ts';
import { readerOf } from '../mail/reader-of.ts';
import { sendLetters, type Deliver, type Letter } from '../mail/send-letters.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';

export type AnswerLetter = Letter & {
  readonly contact: string;
  /** The mail by which the customer asked, where it was one. */
  readonly answers?: string;
};

/** Sends the answers that were approved and go by mail; tells how many went out. */
export async function sendAnswers(runtime: Runtime, deliver: Deliver<AnswerLetter>): Promise<number> {
  return sendLetters(runtime, { entity: 'answer', connection: null, compose }, deliver);
}

async function compose(work: Work, answer: StoredRecord): Promise<JsonObject | null> {
  const { contact = '', subject, body, language = 'en' } = answer.values;
  const reader = await readerOf(work, textOf(contact));
  if (reader === null || reader.unsubscribedAt !== null) return null;
  return {
    contact,
    to: reader.to,
    subject: textOf(subject),
    text: textOf(body).replaceAll('{name}', () => reader.name),
    language: textOf(language),
    ...(await threadOf(work, answer)),
  };
}

/** Mail programs show what stands in the thread of a mail beside it. */
async function threadOf(work: Work, { values }: StoredRecord): Promise<JsonObject> {
  const { feedback: id } = values;
  const feedback = typeof id === 'string' ? await work.find(work.entity('feedback'), id) : undefined;
  const sources = (feedback?.values['sources'] ?? []) as readonly {
    readonly system: string;
    readonly id: string;
  }[];
  const mail = sources.find(({ system }) => system === MAIL);
  return mail === undefined ? {} : { answers: mail.id };
}
