import { textOf } from '@throughline/base';
import { readSealed } from '../connection/find-connection.ts';
import type { Runtime } from '../runtime.ts';
import { findMailbox, type FoundMailbox } from './find-mailbox.ts';

/** A mailbox whose mails lie on a mail server. */
export type FetchedMailbox = FoundMailbox & {
  /** The password as it lies in the database; only the installation can open it. */
  readonly sealed: string;
};

/** The secret of a mailbox. */
export const MAILBOX_SECRET = 'imapPassword';

/** Open mailboxes that name a mail server and have a password for it, in all workspaces. */
export async function listFetchedMailboxes(runtime: Runtime): Promise<readonly FetchedMailbox[]> {
  const { rows } = await runtime.database.query<{ address: string }>(
    `select m.address from mailbox m
     join channel_secret c on c.workspace_id = m.workspace_id and c.channel = m.id and c.name = $1
     where m.imap_host is not null and m.imap_user is not null and m.archived_at is null order by m.id`,
    [MAILBOX_SECRET],
  );
  const mailboxes: FetchedMailbox[] = [];
  for (const { address } of rows) {
    const found = await findMailbox(runtime, textOf(address));
    const place = found && { workspace: found.workspace, channel: found.mailbox.id };
    const sealed = place && (await readSealed(runtime, place))[MAILBOX_SECRET];
    if (found && sealed !== undefined) mailboxes.push({ ...found, sealed });
  }
  return mailboxes;
}
