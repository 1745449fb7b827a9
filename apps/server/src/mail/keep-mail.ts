import { Readable } from 'node:stream';
import { receiveMail, type FoundMailbox, type IncomingMail, type MailFile } from '@throughline/operations';
import type { Services } from '../routes/services.ts';
import type { MailContent, ParsedFile } from './parse-mail.ts';

type MailToKeep = MailContent & Pick<IncomingMail, 'checks'>;

/** What a mail may weigh, in bytes: as much as large providers send. */
export const MOST_MAIL_BYTES = 25_000_000;

/** A mail becomes feedback in each mailbox that it is for; its files are kept first. */
export async function keepMail(
  { runtime, blobs }: Pick<Services, 'runtime' | 'blobs'>,
  mailboxes: readonly FoundMailbox[],
  { files, ...mail }: MailToKeep,
): Promise<void> {
  const received = { ...mail, files: await keepFiles(blobs, files) };
  for (const mailbox of mailboxes) await receiveMail(runtime, mailbox, received);
}

async function keepFiles(blobs: Services['blobs'], files: readonly ParsedFile[]): Promise<MailFile[]> {
  const kept: MailFile[] = [];
  for (const { content, ...file } of files)
    kept.push({ ...file, ...(await blobs.write(Readable.from([content]))) });
  return kept;
}
