import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

export interface TestServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface TestServerOptions {
  /** The directory of PostgreSQL's programs. */
  readonly programs: string;
  /** Syncs to the disk, which only tests of faults and benchmarks need. */
  readonly durable?: boolean;
}

/** PostgreSQL refuses to run as root, so root lends it the account that the packages make for it. */
interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const START_LIMIT_MS = 30_000;

/** A PostgreSQL of its own in a temporary directory, reachable through a unix socket in it alone. */
export async function startTestServer({ programs, durable = false }: TestServerOptions): Promise<TestServer> {
  const account = chooseAccount();
  const directory = await mkdtemp(join(tmpdir(), 'throughline-pg-'));
  if (account.uid !== undefined) await chown(directory, account.uid, account.gid ?? account.uid);
  const data = join(directory, 'data');
  const initdb = ['-D', data, '-U', 'throughline', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(join(programs, 'initdb'), initdb, { ...account, cwd: directory });
  const child = spawn(join(programs, 'postgres'), makeArguments({ data, directory, durable }), {
    ...account,
    cwd: directory,
    stdio: 'ignore',
  });
  const url = `postgres://throughline@localhost/postgres?host=${encodeURIComponent(directory)}`;
  await waitUntilReady(url, child);
  return { url, pid: child.pid ?? 0, stop: () => stop(child, directory) };
}

function chooseAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function makeArguments(options: { data: string; directory: string; durable: boolean }): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: options.directory,
    max_connections: '200',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return [
    '-D',
    options.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (await answers(url)) return;
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error('The PostgreSQL for tests did not start');
    await sleep(25);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    // Not yet: the caller asks again until its deadline.
    return false;
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it ends the connections that are still open. */
async function stop(child: ChildProcess, directory: string): Promise<void> {
  if (child.exitCode === null) {
    const exited = once(child, 'exit');
    child.kill('SIGINT');
    await exited;
  }
  await rm(directory, { recursive: true, force: true });
}
