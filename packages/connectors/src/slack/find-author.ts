import type { Access, Author } from '../channel.ts';
import { objectOf, textOf } from '../json-value.ts';
import { parseObject } from '../parse-payload.ts';

/** Slack waits three seconds for its answer: a name that is not known by then is left out. */
const PATIENCE_MS = 1200;

/** Who a user is, where the token may ask (`users:read`, `users:read.email`). */
export async function findAuthor(id: string | undefined, access: Access, called?: string): Promise<Author> {
  if (id === undefined) return {};
  const known: Author = { id, ...(called === undefined ? {} : { name: called }) };
  const { botToken } = access.secrets;
  if (botToken === undefined) return known;
  const path = `/api/users.info?user=${encodeURIComponent(id)}`;
  const headers = { authorization: `Bearer ${botToken}` };
  const answer = await access.ask({ method: 'GET', path, headers, patience: PATIENCE_MS }).catch(
    // The words count more than the name.
    () => null,
  );
  const profile = objectOf(objectOf(parseObject(answer?.body ?? '')['user'])['profile']);
  const name = textOf(profile['real_name']) ?? textOf(profile['display_name']);
  const email = textOf(profile['email']);
  return { ...known, ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) };
}
