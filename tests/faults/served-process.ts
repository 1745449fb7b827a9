/** The built product in processes of its own, as people run it, to be killed at any moment. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase, type Database } from '@throughline/db';
import { findPostgres, startTestServer } from '@throughline/db/testing';

export const BIN = resolve(import.meta.dirname, '../../apps/cli/bin/throughline.mjs');
/** Undefined where PostgreSQL is missing. */
export const POSTGRES = findPostgres();

export const DATABASES = [{ kind: 'embedded' }, { kind: 'PostgreSQL' }] as const;
export type Kind = (typeof DATABASES)[number]['kind'];

export type Place = {
  readonly directory: string;
  /** Empty for the embedded database. */
  readonly databaseUrl: string;
  readonly port: number;
};

/** A place of its own; what `closers` gather is to be called in reverse. */
export async function makePlace(kind: Kind, closers: (() => Promise<unknown>)[]): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-kill-'));
  closers.push(() => rm(directory, { recursive: true, force: true }));
  if (kind === 'embedded') return { directory, databaseUrl: '', port: await findFreePort() };
  const postgres = await startTestServer({ programs: POSTGRES ?? '', durable: true });
  closers.push(() => postgres.stop());
  return { directory, databaseUrl: postgres.url, port: await findFreePort() };
}

export async function serve(place: Place): Promise<ChildProcess> {
  const child = startCommand(place, ['serve', '--port', String(place.port)]);
  if (child.stdout)
    for await (const line of createInterface({ input: child.stdout }))
      if (line.includes('http')) return child;
  throw new Error(`The server ended with ${child.exitCode}`);
}

export function startCommand({ directory, databaseUrl }: Place, args: readonly string[]): ChildProcess {
  const { DATABASE_URL: _unset, ...rest } = process.env;
  const env = databaseUrl === '' ? rest : { ...rest, DATABASE_URL: databaseUrl };
  return spawn(process.execPath, [BIN, '--data', directory, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Sets an installation up with a space PROD and answers a token. */
export async function setUp(place: Place): Promise<string> {
  const child = await serve(place);
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${place.port}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const setup = await post('/setup', {
    name: 'Ada',
    email: 'ada@example.com',
    password: 'correct horse',
    workspace: 'Acme',
  });
  const cookie = setup.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  await post('/spaces', { key: 'PROD', name: 'Product' }, { cookie });
  const { secret } = (await (await post('/tokens', { name: 'kill' }, { cookie })).json()) as {
    secret: string;
  };
  await kill(child);
  return secret;
}

/** Opens the database of a place whose server is not running. */
export async function inDatabase<T>(
  { directory, databaseUrl }: Place,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(databaseUrl === '' ? { dataDir: directory } : { url: databaseUrl });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
