import type { StoredRecord } from '@throughline/db';
import { CONNECTORS, type Values } from '@throughline/model';
import { findIdentities, indexIdentities } from '../import/reference-index.ts';
import { findKnown } from '../portal/find-known.ts';
import { isAddress } from '../portal/is-address.ts';
import { createPrepared } from '../records/create-record.ts';
import type { Work } from '../work.ts';
import type { FoundConnection } from './find-connection.ts';
import type { IncomingAuthor } from './receive-word.ts';

/**
 * The contact who wrote: known by the other program's id, else by the address, else made. What was not known of them
 * before is filled in; what somebody here wrote stays.
 */
export async function authorOf(
  work: Work,
  found: FoundConnection,
  author: IncomingAuthor,
): Promise<StoredRecord | undefined> {
  const { id } = author;
  const email = author.email !== undefined && isAddress(author.email) ? author.email : undefined;
  if (id === undefined && email === undefined) return undefined;
  const system = found.connection.id;
  const known = id === undefined ? undefined : await findByIdentity(work, system, id);
  if (known) return fillIn(work, found, known, { ...author, email });
  const contact =
    (email === undefined ? undefined : await findKnown(work, 'contact', email)) ??
    (await createPrepared(work, work.entity('contact'), { values: valuesOf(found, { ...author, email }) }));
  if (id !== undefined) await indexIdentities(work, 'contact', [{ id: contact.id, system, external: id }]);
  return contact;
}

async function findByIdentity(
  work: Work,
  system: string,
  external: string,
): Promise<StoredRecord | undefined> {
  const named = await findIdentities(work, 'contact', [{ system, external }]);
  const id = named.get(`${system} ${external}`);
  return id === undefined ? undefined : work.find(work.entity('contact'), id);
}

type Named = Omit<IncomingAuthor, 'email'> & { readonly email: string | undefined };

function valuesOf(found: FoundConnection, { id, name = '', email }: Named): Values {
  return {
    name: name || email?.slice(0, email.indexOf('@')) || placeholder(found, id ?? ''),
    ...(email === undefined ? {} : { email }),
    ...(id === undefined ? {} : { sources: [{ system: found.connector, id }] }),
  };
}

/** What somebody is called of whom the other program tells only an id. */
function placeholder({ connector }: FoundConnection, id: string): string {
  return `${CONNECTORS.find(({ key }) => key === connector)?.name ?? connector} ${id}`;
}

async function fillIn(
  work: Work,
  found: FoundConnection,
  contact: StoredRecord,
  { id = '', name = '', email }: Named,
): Promise<StoredRecord> {
  const isNameless = contact.values['name'] === placeholder(found, id) && name !== '';
  const isReachable = email === undefined || contact.values['email'] !== undefined;
  if (!isNameless && isReachable) return contact;
  return work.update(work.entity('contact'), contact, {
    values: { ...(isNameless ? { name } : {}), ...(isReachable ? {} : { email: email ?? null }) },
  });
}
