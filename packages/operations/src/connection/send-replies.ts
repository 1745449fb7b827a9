import { textOf, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import { sendLetters, type Deliver, type Letter } from '../mail/send-letters.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';

/** `to` is the conversation, as the other program knows it. */
export type ReplyLetter = Letter & { readonly connection: string };

export type DeliverReply = Deliver<ReplyLetter>;

/**
 * Sends the answers that were approved and go into conversations; tells how many went out. A connection that rests or
 * is paused keeps its own waiting, and no other's.
 */
export async function sendReplies(runtime: Runtime, deliver: DeliverReply): Promise<number> {
  const now = new Date(runtime.ids.now()).toISOString();
  const { rows } = await runtime.database.query<{ connection: string }>(
    `select distinct a.connection from answer a
     join connection c on c.workspace_id = a.workspace_id and c.id = a.connection and c.paused is not true
     left join channel_state s on s.workspace_id = a.workspace_id and s.channel = a.connection
     where a.state in ('approved', 'sending') and (s.rest_until is null or s.rest_until <= $1::timestamptz)`,
    [now],
  );
  let sent = 0;
  for (const { connection } of rows)
    sent += await sendLetters(runtime, { entity: 'answer', connection, compose }, deliver);
  return sent;
}

async function compose(work: Work, answer: StoredRecord): Promise<JsonObject | null> {
  const { contact = '', connection = '', feedback = '', subject, body, language = 'en' } = answer.values;
  const asked = await work.find(work.entity('feedback'), textOf(feedback));
  const reader = await work.find(work.entity('contact'), textOf(contact));
  const { name = '', archivedAt, erasedAt, unsubscribedAt } = reader?.values ?? {};
  const isGone = [archivedAt, erasedAt, unsubscribedAt].some((each) => each !== undefined);
  if (reader === undefined || isGone || asked?.values['thread'] === undefined) return null;
  return {
    connection,
    to: asked.values['thread'],
    subject: textOf(subject),
    text: textOf(body).replaceAll('{name}', () => textOf(name)),
    language: textOf(language),
  };
}
