/** A mail becomes feedback, or goes on with one; the same mail twice does so once. */
import { textOf, type JsonObject } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import type { Actor } from '../access/actor.ts';
import { executeGathered } from '../execute.ts';
import { wokenValues } from '../feedback/due-at.ts';
import { findIdentities, indexIdentities } from '../import/reference-index.ts';
import { contactOf } from '../portal/contact-of.ts';
import { createPrepared } from '../records/create-record.ts';
import { excerptOf } from '../rules/record-space.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import type { FoundMailbox } from './find-mailbox.ts';
import { findThread, letterNamed } from './find-thread.ts';
import type { IncomingMail } from './incoming-mail.ts';
import { MAIL } from './mail-identity.ts';

/** What came of it: new feedback, a word more on one, a notice taken, or nothing that was not known. */
export type MailOutcome = 'feedback' | 'reply' | 'bounce' | 'known';

export async function receiveMail(
  runtime: Runtime,
  { workspace, mailbox }: FoundMailbox,
  mail: IncomingMail,
): Promise<MailOutcome> {
  const actor: Actor = {
    kind: 'connector',
    person: null,
    visitor: { space: textOf(mailbox.values['space']), contact: null },
  };
  const request = { workspace, actor, source: 'connector' } as const;
  const { result } = await executeGathered(runtime, request, async (work) => ({
    outcome: await receive(work, mailbox, mail),
  }));
  return result['outcome'] as MailOutcome;
}

async function receive(work: Work, mailbox: StoredRecord, mail: IncomingMail): Promise<MailOutcome> {
  if (await isKnown(work, mail)) return 'known';
  if (mail.bounce !== undefined && (await noteBounce(work, mail.bounce))) return 'bounce';
  const space = textOf(mailbox.values['space']);
  const contact = await contactOf(work, { email: mail.from.address, name: mail.from.name });
  const thread = await findThread(work, mail.answers, space);
  const said = { mailbox, mail, contact };
  const record = thread === undefined ? await addFeedback(work, said) : await addReply(work, said, thread);
  await addFiles(work, record, mail);
  const entity = thread === undefined ? 'feedback' : 'comment';
  await indexIdentities(work, entity, [{ id: record.id, system: MAIL, external: mail.id }]);
  await forgetFault(work, mailbox);
  return thread === undefined ? 'feedback' : 'reply';
}

async function isKnown(work: Work, { id }: IncomingMail): Promise<boolean> {
  const wanted = [{ system: MAIL, external: id }];
  const found = [
    await findIdentities(work, 'feedback', wanted),
    await findIdentities(work, 'comment', wanted),
  ];
  return found.some(({ size }) => size > 0);
}

/** False for a notice about a mail that is none of ours. */
async function noteBounce(work: Work, { of, why }: NonNullable<IncomingMail['bounce']>): Promise<boolean> {
  const id = letterNamed(of);
  const entity = id === undefined ? undefined : work.model.entityOfId(id);
  const letter =
    id === undefined || entity === undefined ? undefined : await work.find(entity, id, { lock: true });
  if (!letter || entity === undefined) return false;
  await work.update(entity, letter, { values: { state: 'failed', fault: why.slice(0, 500) } });
  return true;
}

type Said = {
  readonly mailbox: StoredRecord;
  readonly mail: IncomingMail;
  readonly contact: StoredRecord | undefined;
};

async function addFeedback(work: Work, { mailbox, mail, contact }: Said): Promise<StoredRecord> {
  const company = contact?.values['company'];
  const values: Values = {
    title: titleOf(mail),
    channel: 'email',
    // What programs write disturbs nobody, and is not lost.
    ...(mail.isAutomatic ? { state: 'dismissed', handledAt: work.now } : { state: 'new' }),
    receivedAt: work.now,
    mailbox: mailbox.id,
    space: mailbox.values['space'] ?? null,
    sources: [{ system: MAIL, id: mail.id }],
    ...(mail.text === '' ? {} : { body: mail.text }),
    ...(mail.checks === undefined ? {} : { mailChecks: mail.checks }),
    ...(contact === undefined ? {} : { contact: contact.id }),
    ...(company === undefined ? {} : { company }),
    ...(mailbox.values['team'] === undefined ? {} : { team: mailbox.values['team'] }),
  };
  return createPrepared(work, work.entity('feedback'), { values });
}

function titleOf({ subject, text, from }: IncomingMail): string {
  const line = subject.replace(/^(?:(?:re|aw|fwd?|wg|tr|rv)\s*:\s*)+/i, '').trim();
  const title = line === '' ? excerptOf(text) : line;
  return (title === '' ? from.address : title).slice(0, 500).replace(/[\ud800-\udbff]$/, '');
}

/** What the customer says next stands beside what they said before, and asks for somebody again. */
async function addReply(work: Work, { mail, contact }: Said, thread: StoredRecord): Promise<StoredRecord> {
  const body = mail.text === '' ? mail.subject : mail.text;
  const comment = await createPrepared(work, work.entity('comment'), {
    values: {
      record: thread.id,
      space: thread.values['space'] ?? null,
      body: body === '' ? '…' : body,
      excerpt: excerptOf(body),
      sources: [{ system: MAIL, id: mail.id }],
      ...(contact === undefined ? {} : { contact: contact.id }),
    },
  });
  if (!mail.isAutomatic)
    await work.update(work.entity('feedback'), thread, { values: wokenValues(work, thread.values) });
  return comment;
}

async function addFiles(work: Work, { id, values }: StoredRecord, { files }: IncomingMail): Promise<void> {
  const entity = work.entity('attachment');
  const { space = null } = values;
  for (const { name, mediaType, size, hash } of files)
    await createPrepared(work, entity, { values: { record: id, space, name, mediaType, size, hash } });
}

async function forgetFault(work: Work, mailbox: StoredRecord): Promise<void> {
  if (mailbox.values['fault'] === undefined) return;
  const entity = work.entity('mailbox');
  const current = await work.find(entity, mailbox.id, { lock: true });
  if (current) await work.update(entity, current, { values: { fault: null, faultAt: null } });
}

/** What kept a mail from being taken, for those who look after the mailbox. */
export async function noteMailFault(
  runtime: Runtime,
  { workspace, mailbox }: FoundMailbox,
  fault: string,
): Promise<void> {
  const request = { workspace, actor: { kind: 'system', person: null }, source: 'system' } as const;
  await executeGathered(runtime, request, async (work): Promise<JsonObject> => {
    const entity = work.entity('mailbox');
    const current = await work.find(entity, mailbox.id, { lock: true });
    if (current)
      await work.update(entity, current, { values: { fault: fault.slice(0, 500), faultAt: work.now } });
    return {};
  });
}
