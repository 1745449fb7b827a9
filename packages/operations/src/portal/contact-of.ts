/** The contact behind an address, made when there is none. */
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import { createPrepared } from '../records/create-record.ts';
import type { Work } from '../work.ts';
import { findKnown } from './find-known.ts';
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
  const known = await findKnown(work, 'contact', address);
  if (known) return known;
  const called = readWords('name', name ?? '', { length: 300 });
  return createPrepared(work, work.entity('contact'), {
    values: {
      name: called === '' ? address.slice(0, address.indexOf('@')) : called,
      email: address,
    },
  });
}
