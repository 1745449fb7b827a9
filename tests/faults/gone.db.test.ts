/** The database away for a while, and restores cut short: a clear answer, no loss, recovery without a hand. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate, openDatabase } from '@throughline/db';
import { findPostgres, startTestServer } from '@throughline/db/testing';
import { MODEL } from '@throughline/model';
import {
  createWorkspace,
  listWorkspaces,
  makeRuntime,
  makeSample,
  verifyWorkspace,
} from '@throughline/operations';
import { restoreBackup, startServer } from '@throughline/server';
import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it, vi } from 'vitest';

const BIN = resolve(import.meta.dirname, '../../apps/cli/bin/throughline.mjs');
const programs = findPostgres();
const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-gone-'));
  closers.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

describe('a database that goes away', () => {
  it.skipIf(programs === undefined)(
    'is answered for with what to do, and used again when it is back',
    async () => {
      const postgres = await startTestServer({ programs: programs ?? '', durable: true });
      closers.push(() => postgres.stop());
      const server = await startServer({
        dataDirectory: await makeDirectory(),
        databaseUrl: postgres.url,
        listen: { host: '127.0.0.1', port: 0 },
        isQuiet: true,
      });
      closers.push(() => server.close());
      const setUp = (email: string) =>
        fetch(`${server.url}/api/v1/setup`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name: 'Ada', email, password: 'correct horse', workspace: 'Acme' }),
        });
      const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await postgres.crash();
      const refused = await fetch(`${server.url}/healthz`);
      expect([refused.status, await refused.json()]).toEqual([
        503,
        expect.objectContaining({ code: 'database_unavailable', fix: 'Try again in a moment.' }),
      ]);
      await postgres.restart();
      await vi.waitFor(async () => expect((await fetch(`${server.url}/healthz`)).status).toBe(200), {
        timeout: 30_000,
        interval: 200,
      });
      expect((await setUp('ada@example.com')).status).toBe(201);
      complaints.mockRestore();
    },
  );
});

describe('a restore', () => {
  it('cut short at any moment leaves nothing, and works the next time', async () => {
    const source = await makeDirectory();
    const database = await openDatabase({ dataDir: source });
    await migrate(database);
    const runtime = makeRuntime({ database, model: MODEL, ids: { now: Date.now, randomBytes } });
    const { workspace } = await createWorkspace(runtime, {
      name: 'Acme',
      admin: { name: 'Ada', email: 'ada@example.com', account: 'none' },
    });
    await makeSample(runtime, { workspace, until: Date.UTC(2026, 10, 20) });
    await database.close();
    const file = join(await makeDirectory(), 'backup.tgz');
    await runCommand(['--data', source, 'backup', file]);
    const target = await makeDirectory();
    for (const ms of [700, 1200, 1700, 2200]) {
      const child = spawn(process.execPath, [BIN, '--data', target, 'restore', file], { stdio: 'ignore' });
      const ended = once(child, 'exit');
      await sleep(ms + Math.random() * 300);
      child.kill('SIGKILL');
      await ended;
      if (!(await isEmpty(target))) await rm(target, { recursive: true, force: true });
    }
    await restoreBackup({ file, dataDirectory: target });
    const restored = await openDatabase({ dataDir: target });
    const [id = ''] = await listWorkspaces(restored);
    expect([id, (await verifyWorkspace(restored, MODEL, id)).found]).toEqual([workspace, 0]);
    await restored.close();
  }, 180_000);
});

/** Whole or nothing: where the restore was quicker than the kill, all of it must be there. */
async function isEmpty(directory: string): Promise<boolean> {
  const database = await openDatabase({ dataDir: directory });
  try {
    await migrate(database);
    const [id] = await listWorkspaces(database);
    if (id === undefined) return true;
    expect((await verifyWorkspace(database, MODEL, id)).found).toBe(0);
    return false;
  } finally {
    await database.close();
  }
}

async function runCommand(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`throughline ${args.join(' ')} ended with ${code}`);
}
