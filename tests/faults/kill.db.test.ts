/**
 * A server killed at random moments while eight clients write: what was acknowledged is there, nothing is
 * half-written, and the next start works by itself. `npm run faults` kills a hundred times and more.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { makeId } from '@throughline/base';
import { openDatabase } from '@throughline/db';
import { findPostgres, startTestServer, type TestServer } from '@throughline/db/testing';
import { MODEL } from '@throughline/model';
import { listWorkspaces, verifyWorkspace } from '@throughline/operations';
import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';

const KILLS = Number(process.env['THROUGHLINE_KILLS'] ?? 15);
const BIN = resolve(import.meta.dirname, '../../apps/cli/bin/throughline.mjs');
const ids = { now: Date.now, randomBytes };
const programs = findPostgres();

type Place = { readonly directory: string; readonly databaseUrl: string; readonly port: number };

describe.each([{ kind: 'embedded' }, { kind: 'PostgreSQL' }])(
  'a server killed while it writes ($kind)',
  ({ kind }) => {
    const isServer = kind === 'PostgreSQL';
    const closers: (() => Promise<void>)[] = [];
    afterAll(async () => {
      for (const close of closers.toReversed()) await close();
    });

    it.skipIf(isServer && programs === undefined)(
      `keeps what it acknowledged, ${KILLS} times`,
      async () => {
        const directory = await mkdtemp(join(tmpdir(), 'throughline-kill-'));
        closers.push(() => rm(directory, { recursive: true, force: true }));
        const postgres: TestServer | null = isServer
          ? await startTestServer({ programs: programs ?? '', durable: true })
          : null;
        if (postgres) closers.push(() => postgres.stop());
        const place: Place = { directory, databaseUrl: postgres?.url ?? '', port: await findFreePort() };
        const token = await setUp(place);
        const acknowledged = new Set<string>();
        for (let round = 0; round < KILLS; round++) await writeAndKill(place, token, acknowledged);
        const { records, found } = await inspect(place);
        const missing = [...acknowledged].filter((id) => !records.has(id));
        expect({ missing, found }).toEqual({ missing: [], found: 0 });
        expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS);
      },
      KILLS * 20_000,
    );
  },
);

/** The built product, as people run it. */
async function serve({ directory, databaseUrl, port }: Place): Promise<ChildProcess> {
  const { DATABASE_URL: _unset, ...rest } = process.env;
  const env = databaseUrl === '' ? rest : { ...rest, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [BIN, '--data', directory, 'serve', '--port', String(port)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('http')) return child;
  throw new Error(`The server ended with ${child.exitCode}`);
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function setUp(place: Place): Promise<string> {
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

/** Eight clients create and edit until the server is gone; each notes what was answered. */
async function writeAndKill(place: Place, token: string, acknowledged: Set<string>): Promise<void> {
  const child = await serve(place);
  const base = `http://127.0.0.1:${place.port}/api/v1/ideas`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const client = async (): Promise<void> => {
    for (;;) {
      const id = makeId('idea', ids);
      const created = await fetch(base, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': id },
        body: JSON.stringify({ id, space: 'PROD', title: id, description: `# ${id}` }),
      });
      await created.json();
      if (created.status === 201) acknowledged.add(id);
      await (
        await fetch(`${base}/${id}`, {
          method: 'PATCH',
          headers,
          body: JSON.stringify({ labels: ['edited'] }),
        })
      ).json();
    }
  };
  const clients = Array.from({ length: 8 }, () => client().catch(() => undefined));
  const enough = acknowledged.size + 1 + Math.floor(Math.random() * 60);
  while (acknowledged.size < enough) await new Promise((done) => setTimeout(done, 1 + Math.random() * 9));
  await kill(child);
  await Promise.all(clients);
}

async function inspect({ directory, databaseUrl }: Place): Promise<{ records: Set<string>; found: number }> {
  const database = await openDatabase(databaseUrl === '' ? { dataDir: directory } : { url: databaseUrl });
  try {
    const [workspace = ''] = await listWorkspaces(database);
    const { found } = await verifyWorkspace(database, MODEL, workspace);
    const { rows } = await database.query<{ id: string }>('select id from idea');
    return { records: new Set(rows.map((row) => row.id)), found };
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
