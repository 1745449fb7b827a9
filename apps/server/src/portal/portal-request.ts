/** From a request to the visit: which portal, and who is there. */
import { textOf } from '@throughline/base';
import {
  findPortal,
  isKnownContact,
  noPortal,
  type FoundPortal,
  type PortalVisit,
  type Runtime,
} from '@throughline/operations';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PortalKeys } from './portal-keys.ts';
import { wordsIn, type PortalWords } from './portal-words.ts';

export type PortalParams = { Params: { slug: string } };

export type PortalPlace = {
  readonly visit: PortalVisit;
  readonly hasChangelog: boolean;
  readonly words: PortalWords;
  /** `/portal/<slug>` */
  readonly path: string;
  /** What the request asks for below that. */
  readonly here: string;
};

const SESSION_MS = 90 * 24 * 3_600_000;

export type Doors = {
  readonly runtime: Runtime;
  readonly keys: PortalKeys;
  /** How browsers reach the server. */
  readonly url: string;
};

/** Whoever's session is not of this portal is a stranger. */
export async function openPlace(
  { runtime, keys, url }: Doors,
  request: FastifyRequest,
): Promise<PortalPlace> {
  const { slug } = request.params as PortalParams['Params'];
  const found = await findPortal(runtime, slug);
  if (!found) throw noPortal();
  const contact = await readContact({ runtime, keys, url }, request, found);
  const path = `/portal/${textOf(found.portal.values['slug'])}`;
  const { workspace, portal, hasChangelog } = found;
  return {
    visit: { workspace, portal, contact },
    hasChangelog,
    words: wordsIn(found.portal.values['language']),
    path,
    here: request.url.startsWith(path) ? request.url.slice(path.length) : '',
  };
}

async function readContact(
  { runtime, keys }: Doors,
  request: FastifyRequest,
  { workspace, portal }: FoundPortal,
): Promise<string | null> {
  const session = keys.open('session', readCookie(request, cookieName(portal.id)), runtime.ids.now());
  const [at, contact] = session ?? [];
  if (at !== portal.id || contact === undefined) return null;
  return (await isKnownContact(runtime, workspace, contact)) ? contact : null;
}

/** From then on the browser is the contact's, at this portal. */
export function signIn(
  { runtime, keys, url }: Doors,
  reply: FastifyReply,
  { visit, path }: PortalPlace,
  contact: string,
): void {
  const session = keys.sign('session', [visit.portal.id, contact], runtime.ids.now() + SESSION_MS);
  setCookie(reply, {
    name: cookieName(visit.portal.id),
    value: session,
    path,
    seconds: SESSION_MS / 1000,
    url,
  });
}

export function signOut({ url }: Doors, reply: FastifyReply, { visit, path }: PortalPlace): void {
  setCookie(reply, { name: cookieName(visit.portal.id), value: '', path, seconds: 0, url });
}

type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly seconds: number;
  readonly url: string;
};

function setCookie(reply: FastifyReply, { name, value, path, seconds, url }: Cookie): void {
  const secure = url.startsWith('https:') ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`,
  );
}

function readCookie({ headers }: FastifyRequest, name: string): string {
  const start = `${name}=`;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) ?? '';
}

function cookieName(portal: string): string {
  return `throughline_${portal}`;
}
