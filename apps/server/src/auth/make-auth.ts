/** Accounts, passwords and sessions: the library's, in a schema of its own. Who may do what is ours. */
import type { Database } from '@throughline/db';
import { betterAuth } from 'better-auth';
import type { KyselyPlugin } from 'kysely';

export type Auth = ReturnType<typeof makeAuth>;

export type AuthOptions = {
  readonly database: Database;
  /** At least 32 characters; signs cookies. */
  readonly secret: string;
  /** Where browsers reach the server, `http://127.0.0.1:3000`. */
  readonly url: string;
};

export function makeAuth({ database, secret, url }: AuthOptions) {
  return betterAuth({
    appName: 'Throughline',
    secret,
    baseURL: url,
    basePath: '/api/auth',
    trustedOrigins: (request) => originsOf(request),
    database: { db: database.kysely.withPlugin(instantsAsDates), type: 'postgres', schemaName: 'auth' },
    emailAndPassword: { enabled: true, minPasswordLength: 10, autoSignIn: true },
    session: {
      expiresIn: 60 * 60 * 24 * 30,
      updateAge: 60 * 60 * 24,
      cookieCache: { enabled: true, maxAge: 30 },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'throughline',
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    telemetry: { enabled: false },
  });
}

/** Set by our own route, never taken from the request. */
export const CLIENT_ADDRESS = 'x-throughline-client';

/** A page of ours has the origin that its requests are addressed to; a browser lets no page write `Host`. */
function originsOf(request: Request | undefined): string[] {
  const host = request?.headers.get('host');
  return host === null || host === undefined ? [] : [`http://${host}`, `https://${host}`];
}

/** Our connections give instants as ISO text; the library wants dates. */
const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
};

function withDates(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    name.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}
