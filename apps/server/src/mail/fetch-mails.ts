/** Reads what is new in a folder of a mail server (RFC 9051), and leaves the folder as it is. */
import { OutsideFault } from '@throughline/connectors';
import { ImapFlow, type ImapFlowError } from 'imapflow';
import type { ImapAccount, ImapServer } from './imap-account.ts';
import { MOST_MAIL_BYTES } from './keep-mail.ts';

/** How far a folder has been read: mails keep their numbers while `validity` is the same. */
export type MailCursor = { readonly validity: string; readonly uid: number };

/** `source` is null where the mail is too large to be taken in. */
export type FetchedMail = { readonly uid: number; readonly source: Buffer | null };

/** Mails at once; the rest is for the next time. */
const MOST_MAILS = 200;
const PATIENCE_MS = 20_000;
const LONGEST_LINE = 1_000_000;

/**
 * Calls `take` for each mail behind the cursor, in order, with the cursor behind it. A folder that has not been read
 * yet begins with what comes from now on; one whose numbers mean nothing any more is read from its beginning.
 */
export async function fetchMails(
  { server, account }: { readonly server: ImapServer; readonly account: ImapAccount },
  cursor: MailCursor | null,
  take: (mail: FetchedMail | null, cursor: MailCursor) => Promise<void>,
): Promise<void> {
  const client = openClient(server, account);
  try {
    await asked(server, client.connect());
    const box = await asked(server, client.mailboxOpen(account.folder || 'INBOX', { readOnly: true }));
    const validity = String(box.uidValidity);
    const isKnown = cursor?.validity === validity;
    if (cursor === null) return await take(null, { validity, uid: box.uidNext - 1 });
    const last = isKnown ? cursor.uid : 0;
    if (box.exists === 0 || box.uidNext - 1 <= last) return undefined;
    const range = `${last + 1}:*`;
    const found = await asked(server, client.fetchAll(range, { uid: true, size: true }, { uid: true }));
    const mails = found.filter(({ uid }) => uid > last).toSorted((a, b) => a.uid - b.uid);
    for (const { uid, size = 0 } of mails.slice(0, MOST_MAILS)) {
      const source = size > MOST_MAIL_BYTES ? null : await fetchSource(client, server, uid);
      await take({ uid, source }, { validity, uid });
    }
    await client.logout();
  } finally {
    client.close();
  }
}

function openClient({ host, name, port, tls }: ImapServer, { user, password }: ImapAccount): ImapFlow {
  const client = new ImapFlow({
    host,
    port,
    servername: name,
    secure: tls === 'at once',
    doSTARTTLS: tls === 'upgraded',
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    maxLineLength: LONGEST_LINE,
    maxLiteralSize: 2 * MOST_MAIL_BYTES,
    maxResponseSize: 2 * MOST_MAIL_BYTES + LONGEST_LINE,
  });
  // Whoever waits for an answer is told too.
  client.on('error', () => undefined);
  return client;
}

async function fetchSource(client: ImapFlow, server: ImapServer, uid: number): Promise<Buffer | null> {
  const mail = await asked(server, client.fetchOne(String(uid), { source: true }, { uid: true }));
  return mail === false ? null : (mail.source ?? null);
}

/** What the mail server does not do is said in words for whoever looks after the mailbox. */
async function asked<T>({ name }: ImapServer, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { authenticationFailed, responseText, message } = error as ImapFlowError;
    if (authenticationFailed === true)
      throw new OutsideFault(`${name} does not take the user and password.`, { lasts: true });
    throw new OutsideFault(`${name} does not answer as it should: ${responseText ?? message}`, {
      lasts: false,
    });
  }
}
