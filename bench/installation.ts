/** A served installation of its own process, on either database, for load from outside. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase, type Database } from '@throughline/db';

const BIN = resolve('apps/cli/bin/throughline.mjs');

export type Installation = {
  readonly url: string;
  readonly token: string;
  readonly directory: string;
  readonly command: (...args: readonly string[]) => string;
  readonly close: () => Promise<void>;
};

/** `prepare` is called with the database before it is served. */
export async function startInstallation(
  databaseUrl: string | null,
  prepare?: (database: Database) => Promise<void>,
): Promise<Installation> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const { DATABASE_URL: _unset, ...rest } = process.env;
  const env = databaseUrl === null ? rest : { ...rest, DATABASE_URL: databaseUrl };
  const command = (...args: readonly string[]): string =>
    execFileSync(process.execPath, [BIN, '--data', directory, '--json', ...args], {
      encoding: 'utf8',
      env,
      maxBuffer: 1e9,
    });
  const { token } = JSON.parse(
    command('setup', '--email', 'a@example.com', '--password', 'correct horse', '--workspace', 'Bench'),
  ) as { token: string };
  if (prepare) {
    const database = await openDatabase(databaseUrl === null ? { dataDir: directory } : { url: databaseUrl });
    await prepare(database);
    await database.close();
  }
  const child = spawn(process.execPath, [BIN, '--data', directory, '--json', 'serve', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readUrl(child);
  return {
    url,
    token,
    directory,
    command,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (child.stdout)
    for await (const line of createInterface({ input: child.stdout }))
      return (JSON.parse(line) as { url: string }).url;
  throw new Error('The server did not start');
}
