/** Takes mails over SMTP for the mailboxes there are. A mail is answered for once it is kept, and not before. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { callbackify } from 'node:util';
import { findMailbox, noteMailFault, type FoundMailbox, type Runtime } from '@throughline/operations';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { BlobStore } from '../blobs/blob-store.ts';
import { checkSender } from './check-sender.ts';
import { keepMail, MOST_MAIL_BYTES } from './keep-mail.ts';
import { parseMail, type MailContent } from './parse-mail.ts';

const MOST_CLIENTS = 100;
/** Mailboxes that one mail is for. */
const MOST_MAILBOXES = 20;
const PATIENCE_MS = 60_000;

export type MailServerOptions = {
  readonly runtime: Runtime;
  readonly blobs: BlobStore;
  readonly listen: { readonly host: string; readonly port: number };
  /** Whether the sender's domain is asked; name servers must be within reach. */
  readonly checksSenders: boolean;
  readonly onError: (error: unknown) => void;
};

export type MailServer = { readonly port: number; readonly close: () => Promise<void> };

/**
 * As `THROUGHLINE_SMTP` says, such as `127.0.0.1:2525`; null where nothing is to listen. Senders are checked unless
 * `THROUGHLINE_SMTP_CHECKS` is `off`.
 */
export async function openMailServer(
  environment: Readonly<Record<string, string | undefined>>,
  options: Omit<MailServerOptions, 'listen' | 'checksSenders'>,
): Promise<MailServer | null> {
  const address = environment['THROUGHLINE_SMTP'] ?? '';
  if (address === '') return null;
  const [, host = '127.0.0.1', port = ''] = /^(?:(.*):)?(\d{1,5})$/.exec(address) ?? [];
  if (port === '') throw new Error(`THROUGHLINE_SMTP is “${address}”: expected a host and a port.`);
  const checksSenders = environment['THROUGHLINE_SMTP_CHECKS'] !== 'off';
  return startMailServer({ ...options, listen: { host, port: Number(port) }, checksSenders });
}

export async function startMailServer(options: MailServerOptions): Promise<MailServer> {
  const { listen, runtime, onError } = options;
  const settle = callbackify((act: () => Promise<void>) => answered(act, onError));
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MOST_MAIL_BYTES,
    maxClients: MOST_CLIENTS,
    socketTimeout: PATIENCE_MS,
    closeTimeout: 5000,
    onRcptTo: ({ address }, session, done) => {
      settle(() => mustTake(runtime, address, session), done);
    },
    onData: (stream, session, done) => {
      settle(() => take(options, stream, session), done);
    },
  });
  server.on('error', onError);
  const listening = server.listen(listen.port, listen.host);
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Rejects with what the sender is answered. */
async function answered(act: () => Promise<void>, onError: (error: unknown) => void): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (isReply(error)) throw error;
    onError(error);
    throw reply(451, 'Try again later');
  }
}

async function mustTake(runtime: Runtime, address: string, { envelope }: SMTPServerSession): Promise<void> {
  if (envelope.rcptTo.length >= MOST_MAILBOXES) throw reply(452, 'Too many recipients');
  if (!(await findMailbox(runtime, address))) throw reply(550, 'There is no such mailbox here');
}

async function take(
  options: MailServerOptions,
  stream: SMTPServerDataStream,
  { envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession,
): Promise<void> {
  const { runtime, checksSenders } = options;
  const source = await readAll(stream);
  const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  const mailboxes = await findMailboxes(runtime, envelope.rcptTo);
  const mail = await readMail(runtime, mailboxes, source);
  const checks = checksSenders
    ? await checkSender(source, { ip: remoteAddress, helo: hostNameAppearsAs, sender })
    : undefined;
  await keepMail(options, mailboxes, {
    ...mail,
    // Without a sender nobody is to be answered: RFC 5321, 4.5.5.
    isAutomatic: mail.isAutomatic || sender === '',
    ...(checks ? { checks } : {}),
  });
}

async function findMailboxes(
  runtime: Runtime,
  recipients: readonly { readonly address: string }[],
): Promise<readonly FoundMailbox[]> {
  const found = await Promise.all(recipients.map(({ address }) => findMailbox(runtime, address)));
  return found.filter((mailbox) => mailbox !== undefined);
}

/** A mail that cannot be read is told to those who look after the mailboxes, and to whoever sent it. */
async function readMail(
  runtime: Runtime,
  mailboxes: readonly FoundMailbox[],
  source: Buffer,
): Promise<MailContent> {
  try {
    return await parseMail(source);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    for (const mailbox of mailboxes)
      await noteMailFault(runtime, mailbox, `A mail could not be read: ${why}`);
    throw reply(554, 'The message could not be read');
  }
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    // What is too much is read to its end, so that the refusal is heard, and not kept.
    if (size <= MOST_MAIL_BYTES) parts.push(part);
    else parts.length = 0;
  }
  if (size > MOST_MAIL_BYTES) throw reply(552, `The message has more than ${MOST_MAIL_BYTES} bytes`);
  return Buffer.concat(parts);
}

type Reply = Error & { readonly responseCode: number };

function reply(responseCode: number, message: string): Reply {
  return Object.assign(new Error(message), { responseCode });
}

function isReply(error: unknown): error is Reply {
  return error instanceof Error && 'responseCode' in error;
}
