/** Wires and starts a server process: database, runtime, feed, HTTP. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openDatabase, type Database } from '@throughline/db';
import { MODEL, type Model } from '@throughline/model';
import { makeRuntime, type Runtime } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import { makeAuthenticate } from './auth/authenticate.ts';
import { makeAuth } from './auth/make-auth.ts';
import { makeCollaboration, type Collaboration } from './live/collaboration.ts';
import { makeLogFeed } from './live/log-feed.ts';
import { makeApp } from './make-app.ts';

export type ServerOptions = {
  /** Where files lie: attachments, secrets, and the embedded database unless there is a URL. */
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
  readonly host?: string;
  readonly port?: number;
  /** How browsers reach the server, when it stands behind a proxy. */
  readonly publicUrl?: string;
  readonly webDirectory?: string;
  readonly model?: Model;
  readonly isQuiet?: boolean;
};

export type Server = {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly runtime: Runtime;
  readonly close: () => Promise<void>;
};

export async function startServer(options: ServerOptions): Promise<Server> {
  const { dataDirectory, databaseUrl, host = '127.0.0.1', port = 3000, model = MODEL } = options;
  await mkdir(dataDirectory, { recursive: true });
  const database = await openDatabase(
    databaseUrl === undefined ? { dataDir: join(dataDirectory, 'database') } : { url: databaseUrl },
  );
  try {
    await migrate(database);
    return await serveDatabase({ ...options, host, port, model }, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

export type ServeOptions = Omit<ServerOptions, 'databaseUrl' | 'host' | 'port' | 'model'> & {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly model: Model;
};

/** Serves an open, migrated database, and closes it with the server. */
export async function serveDatabase(options: ServeOptions, database: Database): Promise<Server> {
  const feed = makeLogFeed({ database, onError: (error) => console.error(error) });
  const listeners: { note?: Collaboration['note'] } = {};
  const runtime = makeRuntime({
    database,
    model: options.model,
    ids: { now: Date.now, randomBytes },
    onCommit: (workspace, changes) => {
      feed.poke(workspace);
      listeners.note?.(workspace, changes);
    },
  });
  const url = options.publicUrl ?? `http://${options.host}:${options.port}`;
  const auth = makeAuth({ database, secret: await readSecret(options.dataDirectory), url });
  const authenticate = makeAuthenticate(database, auth, Date.now);
  const webDirectory = options.webDirectory ?? null;
  const app = await makeApp(
    { runtime, auth, authenticate, feed, webDirectory },
    { isQuiet: options.isQuiet ?? false },
  );
  const collaboration = makeCollaboration({ runtime, authenticate, server: app.server });
  listeners.note = collaboration.note;
  const address = await app.listen({ host: options.host, port: options.port });
  return {
    url: options.publicUrl ?? address,
    app,
    runtime,
    close: async () => {
      feed.close();
      await collaboration.close();
      app.server.closeAllConnections();
      await app.close();
      await database.close();
    },
  };
}

/** Signs cookies; made once for a data directory. */
async function readSecret(directory: string): Promise<string> {
  const given = process.env['THROUGHLINE_SECRET'];
  if (given !== undefined && given.length >= 32) return given;
  const path = join(directory, 'secret');
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secret = randomBytes(32).toString('base64url');
    await writeFile(path, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}
