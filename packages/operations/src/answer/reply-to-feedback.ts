import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';
import { conversationOf } from './conversation-of.ts';

/** Writes to the customer who gave feedback: an answer that goes out with the next mails, in the thread it came by. */
export async function replyToFeedback(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const { body } = input as { readonly body: string };
  const feedback = await work.read(work.entity('feedback'), id, { lock: true });
  work.allow(work.entity('feedback'), 'reply', feedback);
  const { contact, title, space = null, receivedAt } = feedback.values;
  const connection = await conversationOf(work, feedback);
  await mustReach(work, contact === undefined ? undefined : textOf(contact), connection !== undefined);
  const entity = work.entity('answer');
  const [answer] = await work.insert(entity, [
    {
      values: {
        subject: `Re: ${textOf(title)}`.slice(0, 300),
        body,
        state: 'approved',
        feedback: feedback.id,
        contact: contact ?? null,
        space,
        ...(connection === undefined ? {} : { connection }),
        ...(receivedAt === undefined ? {} : { askedAt: receivedAt }),
      },
    },
  ]);
  await takeInHand(work, feedback);
  return present(work.fieldsOf(entity), answer?.id ?? '', answer?.values ?? {});
}

async function mustReach(work: Work, id: string | undefined, isInConversation: boolean): Promise<void> {
  const contact = id === undefined ? undefined : await work.find(work.entity('contact'), id);
  const { email, archivedAt, erasedAt } = contact?.values ?? {};
  const isReached = typeof email === 'string' || (contact !== undefined && isInConversation);
  if (isReached && archivedAt === undefined && erasedAt === undefined) return;
  throw new Refusal('not_possible', {
    message: 'There is nobody to write to.',
    why: 'The feedback names no contact with an e-mail address.',
    fix: 'Add the contact, or their address.',
  });
}

/** Who is answered is no longer new. */
async function takeInHand(work: Work, feedback: StoredRecord): Promise<void> {
  if (feedback.values['state'] === 'new')
    await work.update(work.entity('feedback'), feedback, { values: { state: 'open' } });
}
