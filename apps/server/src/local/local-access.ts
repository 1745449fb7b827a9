/**
 * How commands on this machine reach the data: over a socket in the data directory, with a secret that only
 * who may read the directory knows. They act for the workspace's first admin.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server as HttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';

export type LocalAccess = {
  readonly isLocal: (authorization: string | undefined) => boolean;
  /** Accepts commands until closed. */
  readonly open: (app: FastifyInstance) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Socket addresses are short on every system. */
const LONGEST_ADDRESS = 100;

export function localSocketPath(dataDirectory: string): string {
  const inside = join(resolve(dataDirectory), 'server.sock');
  if (inside.length <= LONGEST_ADDRESS) return inside;
  const name = createHash('sha256').update(resolve(dataDirectory)).digest('hex').slice(0, 24);
  return join(tmpdir(), `throughline-${name}.sock`);
}

export function localSecretPath(dataDirectory: string): string {
  return join(resolve(dataDirectory), 'local-secret');
}

export async function makeLocalAccess(dataDirectory: string): Promise<LocalAccess> {
  const secret = randomBytes(32).toString('base64url');
  const expected = digest(`Local ${secret}`);
  const path = localSocketPath(dataDirectory);
  let server: HttpServer | null = null;
  await writeFile(localSecretPath(dataDirectory), secret, { mode: 0o600 });
  return {
    isLocal: (authorization) =>
      authorization?.startsWith('Local ') === true && timingSafeEqual(digest(authorization), expected),
    open: async (app) => {
      await rm(path, { force: true });
      const listener = createServer((request, response) => app.server.emit('request', request, response));
      await new Promise<void>((done, fail) => listener.once('error', fail).listen(path, done));
      server = listener;
    },
    close: async () => {
      server?.closeAllConnections();
      await new Promise<void>((done) => (server === null ? done() : server.close(() => done())));
      await rm(path, { force: true });
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
