/** A server on a test database, set up, with a way to call it as the admin or as anybody. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@throughline/db';
import { serveDatabase, type ServeOptions, type Server } from '../start-server.ts';

export type Answer<T> = { readonly status: number; readonly headers: Headers; readonly body: T };
export type Caller = <T = Readonly<Record<string, string>>>(
  method: string,
  path: string,
  options?: CallOptions,
) => Promise<Answer<T>>;
export type CallOptions = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

export type TestServer = {
  readonly server: Server;
  readonly url: string;
  /** Its data directory. */
  readonly directory: string;
  /** As the admin, by cookie. */
  readonly call: Caller;
  /** With these headers alone. */
  readonly callAs: (headers: Readonly<Record<string, string>>) => Caller;
  /** Somebody who joins by an invitation; answers his cookie header. */
  readonly join: (email: string, role: string) => Promise<Readonly<Record<string, string>>>;
  readonly close: () => Promise<void>;
};

export async function startTestServer(
  database: Database,
  options: Pick<ServeOptions, 'mailer' | 'origins' | 'insideHosts'> = {},
): Promise<TestServer> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-server-'));
  const server = await serveDatabase(
    { dataDirectory: directory, listen: { host: '127.0.0.1', port: 0 }, isQuiet: true, ...options },
    database,
  );
  const { url } = server;
  const callAs =
    (own: Readonly<Record<string, string>>): Caller =>
    async (method, path, { body, headers } = {}) => {
      const isRaw = body instanceof Uint8Array;
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...own,
          ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
      } as RequestInit);
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: parseJson(text) };
    };
  const anybody = callAs({});
  const cookieOf = (headers: Headers): Readonly<Record<string, string>> => ({
    cookie: headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; '),
  });
  const setup = await anybody('POST', '/setup', {
    body: { name: 'Ada', email: 'ada@example.com', password: 'correct horse', workspace: 'Acme' },
  });
  const call = callAs(cookieOf(setup.headers));
  await call('POST', '/spaces', { body: { key: 'PROD', name: 'Product' } });
  return {
    server,
    url,
    directory,
    call,
    callAs,
    join: async (email, role) => {
      const { body } = await call('POST', '/invitations', { body: { role } });
      const joined = await anybody('POST', '/join', {
        body: { secret: body['secret'], name: email.split('@')[0], email, password: 'correct horse' },
      });
      return cookieOf(joined.headers);
    },
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function parseJson<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return text as T;
  }
}
