/** The database away for a while: a clear answer, no loss, recovery without a hand. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startTestServer } from '@throughline/db/testing';
import { startServer } from '@throughline/server';
import { afterAll, describe, expect, it, vi } from 'vitest';

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
