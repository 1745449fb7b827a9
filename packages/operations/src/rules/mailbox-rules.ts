import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { Values } from '@throughline/model';
import { isAddress } from '../portal/is-address.ts';
import type { Work } from '../work.ts';
import type { EntityRules } from './rules.ts';

export const mailboxRules: EntityRules = {
  prepare: async (work, values) => {
    checkHost(values);
    await checkAddress(work, undefined, values);
    return values;
  },
  checkUpdate: async (work, record, values) => {
    checkHost(values);
    await checkAddress(work, record, values);
  },
  beforeReturn: (work, record) => checkAddress(work, record, record.values),
};

async function checkAddress(
  work: Work,
  record: StoredRecord | undefined,
  { address }: Values,
): Promise<void> {
  if (typeof address !== 'string') return;
  if (!isAddress(address))
    throw new Refusal('invalid_value', {
      message: `“${address.slice(0, 60)}” is not an e-mail address.`,
      fix: 'Write it as feedback@example.com.',
      details: { field: 'address', code: 'not_an_address' },
    });
  const { rows } = await work.tx.query(
    `select 1 from mailbox where lower(address) = lower($1) and archived_at is null
       and (workspace_id, id) <> ($2, $3)`,
    [address, work.state.id, record?.id ?? ''],
  );
  if (rows.length > 0)
    throw new Refusal('already_exists', { message: `There is a mailbox for ${address} already.` });
}

/** A name or an address, and perhaps a port: `imap.example.com`, `imap.example.com:143`. */
const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?(?::([1-9]\d{0,4}))?$/i;

function checkHost({ imapHost: host }: Values): void {
  if (typeof host !== 'string') return;
  const [whole, port = '993'] = HOST.exec(host) ?? [];
  if (whole !== undefined && Number(port) <= 65_535) return;
  throw new Refusal('invalid_value', {
    message: `“${host.slice(0, 60)}” is not the name of a mail server.`,
    fix: 'Write it as imap.example.com, or imap.example.com:143.',
    details: { field: 'imapHost', code: 'not_a_host' },
  });
}
