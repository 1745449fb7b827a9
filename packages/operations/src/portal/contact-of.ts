/** The contact behind an address, made when there is none. */
import { Refusal } from '@throughline/contract';
import { loadRecords, type StoredRecord } from '@throughline/db';
import { createPrepared } from '../records/create-record.ts';
import type { Work } from '../work.ts';
import { isAddress } from './is-address.ts';
import { readWords } from './read-words.ts';

export type Claim = { readonly email: string; readonly name?: string };

export async function contactOf(work: Work, { email, name }: Claim): Promise<StoredRecord | undefined> {
  const address = readWords('email', email, { length: 320 });
  if (address === '') return undefined;
  if (!isAddress(address)) {
    throw new Refusal('invalid_value', {
      message: 'This is not an e-mail address.',
      details: { field: 'email', code: 'not_an_address' },
    });
  }
  const entity = work.entity('contact');
  const { rows } = await work.tx.query<{ id: string }>(
    `select id from contact where workspace_id = $1 and lower(email) = lower($2) and archived_at is null
     order by id limit 1`,
    [work.state.id, address],
  );
  const known = rows[0]?.id;
  if (known !== undefined) {
    return (await loadRecords(work.tx, work.tableOf(entity), work.state.id, { ids: [known] })).get(known);
  }
  const called = readWords('name', name ?? '', { length: 300 });
  return createPrepared(work, entity, {
    values: {
      name: called === '' ? address.slice(0, address.indexOf('@')) : called,
      email: address,
    },
  });
}
