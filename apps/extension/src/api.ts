/** What is asked of Throughline, and written to it. */
import type { Capture } from './capture.ts';
import type { Installation } from './installation.ts';

type Item = Readonly<Record<string, unknown>>;

export type Choice = { readonly id: string; readonly name: string };

/** What the server said against it, for people. */
export class Refused extends Error {
  override name = 'Refused';
}

export async function readSpaces(installation: Installation): Promise<readonly Choice[]> {
  const items = await list(installation, '/spaces?limit=200');
  return items.map(({ id, name }) => ({ id: String(id), name: String(name) }));
}

const FOUND = 8;

export async function findIdeas(installation: Installation, words: string): Promise<readonly Choice[]> {
  const query = new URLSearchParams({
    filter: `title contains ${quote(words)}`,
    sort: '-updatedAt',
    limit: String(FOUND),
  });
  const items = await list(installation, `/ideas?${query}`);
  return items.map(({ id, key, title }) => ({ id: String(id), name: `${String(key)} ${String(title)}` }));
}

/** A text as the expression language writes it. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;
}

export type Keeping = {
  readonly capture: Capture;
  readonly email: string;
  /** The same while the same form is tried again, so that it is kept once. */
  readonly once: string;
};

/** Answers where it stands. */
export async function keepFeedback(
  installation: Installation,
  { capture, email, once }: Keeping,
  space: string,
): Promise<string> {
  const contact = await contactOf(installation, email);
  const made = await call(installation, 'POST', '/feedback', {
    body: { space, title: titleOf(capture.words), body: capture.words, ...linkOf(capture), ...contact },
    once,
  });
  return `/feedback?state=all&item=${String(made['key'])}`;
}

export async function keepInsight(
  installation: Installation,
  { capture, email, once }: Keeping,
  idea: string,
): Promise<string> {
  const contact = await contactOf(installation, email);
  await call(installation, 'POST', '/insights', {
    body: { idea, quote: capture.words, ...linkOf(capture), ...contact },
    once,
  });
  const { space, key } = await call(installation, 'GET', `/ideas/${idea}`);
  const { key: spaceKey } = await call(installation, 'GET', `/spaces/${String(space)}`);
  return `/s/${String(spaceKey)}/idea/${String(key)}`;
}

function linkOf({ url, title }: Capture): Item {
  return url === '' ? {} : { link: title === '' ? { url } : { url, title } };
}

const TITLE = 120;

/** Of the first line, cut between words. */
export function titleOf(words: string): string {
  const line = words.trim().split('\n', 1)[0]?.replace(/\s+/g, ' ').trim() ?? '';
  if (line.length <= TITLE) return line;
  const cut = line.slice(0, TITLE);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 40 ? cut.lastIndexOf(' ') : TITLE)}…`;
}

/** Who has the address, made when nobody has. */
async function contactOf(installation: Installation, email: string): Promise<Item> {
  const address = email.trim().toLowerCase();
  if (address === '') return {};
  const query = new URLSearchParams({ filter: `lower(email) = ${quote(address)}`, limit: '1' });
  const [known] = await list(installation, `/contacts?${query}`);
  if (known !== undefined) return { contact: known['id'] };
  const name = address.slice(0, address.indexOf('@'));
  const made = await call(installation, 'POST', '/contacts', { body: { name, email: address } });
  return { contact: made['id'] };
}

async function list(installation: Installation, path: string): Promise<readonly Item[]> {
  const { items } = await call(installation, 'GET', path);
  return Array.isArray(items) ? (items as readonly Item[]) : [];
}

type Sending = { readonly body?: Item; readonly once?: string };

export async function call(
  { origin, token }: Installation,
  method: 'GET' | 'POST',
  path: string,
  { body, once }: Sending = {},
): Promise<Item> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    credentials: 'omit',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(once === undefined ? {} : { 'idempotency-key': once }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused('Throughline does not answer. Is its address right, and are you online?');
  });
  const answer = (await response.json().catch(() => ({}))) as Item;
  if (response.ok) return answer;
  throw new Refused(messageOf(answer) ?? `It was refused (${response.status}).`);
}

function messageOf(answer: Item): string | undefined {
  const { message } = (answer['error'] ?? answer) as { readonly message?: unknown };
  return typeof message === 'string' ? message : undefined;
}
