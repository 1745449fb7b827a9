/** Fetches the mails of mailboxes that lie on a mail server. */
import { textOf, type Json } from '@throughline/base';
import { OutsideFault } from '@throughline/connectors';
import {
  listFetchedMailboxes,
  MAILBOX_SECRET,
  moveChannelCursor,
  noteMailFault,
  type FetchedMailbox,
} from '@throughline/operations';
import { readChannel } from '../connections/read-channel.ts';
import type { Services } from '../routes/services.ts';
import { fetchMails, type FetchedMail, type MailCursor } from './fetch-mails.ts';
import { findImapServer } from './imap-account.ts';
import { keepMail, MOST_MAIL_BYTES } from './keep-mail.ts';
import { parseMail } from './parse-mail.ts';

export type FetchServices = Pick<Services, 'runtime' | 'blobs' | 'channelSecrets' | 'insideHosts'>;

/** How often a mail server is asked. */
const EVERY_MS = 60_000;

export async function pollMailboxes(services: FetchServices, everyMs = EVERY_MS): Promise<void> {
  const { runtime } = services;
  for (const found of await listFetchedMailboxes(runtime)) {
    const place = { workspace: found.workspace, channel: found.mailbox.id };
    await readChannel(runtime, place, { everyMs, read: (cursor) => readOn(services, found, cursor) });
  }
}

/** The cursor moves once what is before it is kept: what is read twice is known by its Message-ID. */
async function readOn(services: FetchServices, found: FetchedMailbox, cursor: Json): Promise<void> {
  const { runtime, channelSecrets, insideHosts } = services;
  const { workspace, mailbox, sealed } = found;
  const place = { workspace, channel: mailbox.id };
  const host = textOf(mailbox.values['imapHost']);
  const password = channelSecrets.open({ ...place, name: `${MAILBOX_SECRET} ${host}` }, sealed);
  if (password === null) throw new OutsideFault('The password is to be given anew.', { lasts: true });
  const account = {
    server: host,
    user: textOf(mailbox.values['imapUser']),
    folder: textOf(mailbox.values['imapFolder'] ?? ''),
    password,
  };
  const server = await findImapServer(account.server, insideHosts);
  // Another folder, or one of another server, has not been read yet.
  const of = JSON.stringify([account.server, account.user, account.folder]);
  await fetchMails({ server, account }, readCursor(cursor, of), async (mail, next) => {
    if (mail !== null) await take(services, found, mail);
    await moveChannelCursor(runtime.database, place, { ...next, of });
  });
}

/** What cannot be read is told to those who look after the mailbox, and passed over. */
async function take(services: FetchServices, found: FetchedMailbox, { source }: FetchedMail): Promise<void> {
  const { runtime } = services;
  if (source === null)
    return noteMailFault(runtime, found, `A mail had more than ${MOST_MAIL_BYTES} bytes, and was left.`);
  const mail = await parseMail(source).catch((error: unknown) => String(error));
  if (typeof mail === 'string') return noteMailFault(runtime, found, `A mail could not be read: ${mail}`);
  await keepMail(services, [found], mail);
}

function readCursor(cursor: Json, of: string): MailCursor | null {
  if (typeof cursor !== 'object' || cursor === null || Array.isArray(cursor)) return null;
  const { validity, uid, ...rest } = cursor as Readonly<Record<string, Json>>;
  if (rest['of'] !== of) return null;
  return typeof validity === 'string' && typeof uid === 'number' ? { validity, uid } : null;
}
