/**
 * From a request to an actor in a workspace: by API token, by the library's session cookie, or as a command on
 * this machine. */
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '@throughline/contract';
import type { Database } from '@throughline/db';
import {
  findAccountActor,
  findFirstAdmin,
  findTokenActor,
  hashSecret,
  type Actor,
} from '@throughline/operations';
import type { LocalAccess } from '../local/local-access.ts';
import type { Auth } from './make-auth.ts';

export type Session = {
  readonly workspace: string;
  readonly actor: Actor;
  readonly kind: 'token' | 'cookie' | 'local';
};

/** What a decision needs of a request, over HTTP or a socket's upgrade. */
export type Asker = { readonly headers: IncomingHttpHeaders; readonly method?: string | undefined };

export type Authenticate = (request: Asker) => Promise<Session>;

/** A token's check is remembered for as long; a revoked one works at most so much longer. */
const TOKEN_CACHE_MS = 10_000;
const MOST_TOKENS = 10_000;

export type AuthenticateOptions = {
  readonly database: Database;
  readonly auth: Auth;
  readonly local: LocalAccess;
  readonly now: () => number;
};

export function makeAuthenticate({ database, auth, local, now }: AuthenticateOptions): Authenticate {
  const tokens = new Map<string, { session: Session; until: number }>();

  const byToken = async (secret: string): Promise<Session> => {
    const hash = hashSecret(secret);
    const known = tokens.get(hash);
    if (known && known.until > now()) return known.session;
    tokens.delete(hash);
    const found = await findTokenActor(database, secret, new Date(now()).toISOString());
    if (!found)
      throw new Refusal('unauthenticated', {
        message: 'The API token is not valid.',
        why: 'It is unknown, expired or withdrawn.',
      });
    const session: Session = { ...found, kind: 'token' };
    if (tokens.size > MOST_TOKENS) tokens.clear();
    tokens.set(hash, { session, until: now() + TOKEN_CACHE_MS });
    return session;
  };

  const byCookie = async (request: Asker): Promise<Session> => {
    const account = await auth.api.getSession({ headers: headersOf(request) });
    if (!account) throw new Refusal('unauthenticated');
    const wanted = request.headers['x-throughline-workspace'];
    const found = await findAccountActor(
      database,
      account.user.id,
      typeof wanted === 'string' ? wanted : null,
    );
    if (!found)
      throw new Refusal('unauthenticated', {
        message: 'Your account belongs to no workspace here.',
        fix: 'Ask an admin for an invitation.',
      });
    refuseForeignOrigin(request);
    return { ...found, kind: 'cookie' };
  };

  const byMachine = async (request: Asker): Promise<Session> => {
    const wanted = request.headers['x-throughline-workspace'];
    const found = await findFirstAdmin(database, typeof wanted === 'string' ? wanted : null);
    if (!found)
      throw new Refusal('unauthenticated', {
        message: 'There is no workspace here yet.',
        why: 'Nothing has been set up.',
        fix: 'Run “throughline setup” first.',
      });
    return { ...found, kind: 'local' };
  };

  return async (request) => {
    if (local.isLocal(request.headers.authorization)) return byMachine(request);
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return bearer === undefined ? byCookie(request) : byToken(bearer);
  };
}

/** A cookie is sent by any page that asks; a write, or a socket, must come from our own. */
function refuseForeignOrigin(request: Asker): void {
  const { origin, host, upgrade } = request.headers;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading && upgrade === undefined) return;
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) return;
  throw new Refusal('forbidden', {
    message: 'The request comes from another site.',
    why: `Its origin is ${origin}.`,
  });
}

export function headersOf(request: Asker): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.append(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
