import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { must } from '@throughline/base';
import pg from 'pg';

export interface TestServer {
  readonly url: string;
  /** Stops PostgreSQL at once, as a lost machine would, and keeps its directory. */
  crash(): Promise<void>;
  /** Starts it again on the same directory. */
  restart(): Promise<void>;
  /** Stops it and removes its directory. */
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

/**
 * The shell around PostgreSQL reads one line: `crash` keeps the directory, anything else removes it. The line
 * also ends when this process dies, however it dies, so that no server is left behind.
 */
const SUPERVISE = `
  directory=$1; shift
  "$@" & server=$!
  read -r order
  if [ "$order" = crash ]; then kill -QUIT $server; wait $server; exit 0; fi
  kill -INT $server; wait $server
  rm -rf "$directory"
`;

/** A PostgreSQL of its own in a temporary directory, reachable through a unix socket in it alone. */
export async function startTestServer({ programs, durable = false }: TestServerOptions): Promise<TestServer> {
  const account = chooseAccount();
  const directory = await mkdtemp(join(tmpdir(), 'throughline-pg-'));
  if (account.uid !== undefined) await chown(directory, account.uid, account.gid ?? account.uid);
  const data = join(directory, 'data');
  const options = ['-D', data, '-U', 'throughline', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(join(programs, 'initdb'), options, { ...account, cwd: directory });

  const url = `postgres://throughline@localhost/postgres?host=${encodeURIComponent(directory)}`;
  const command = [directory, join(programs, 'postgres'), ...makeArguments({ data, directory, durable })];
  let shell: ChildProcess | undefined;

  async function restart(): Promise<void> {
    shell = spawn('sh', ['-c', SUPERVISE, 'sh', ...command], {
      ...account,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await waitUntilReady(url);
  }

  async function order(line: string): Promise<void> {
    const running = must(shell, 'The server is not running');
    shell = undefined;
    const exited = once(running, 'exit');
    must(running.stdin).end(`${line}\n`);
    await exited;
  }

  await restart();
  return { url, restart, crash: () => order('crash'), stop: () => order('stop') };
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

async function waitUntilReady(url: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (Date.now() > deadline) throw new Error('The PostgreSQL for tests did not start');
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
