import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseError, errorCode } from '../database-error.ts';

export interface DirectoryLock {
  release(): Promise<void>;
}

const PID_FILE = 'throughline.pid';

/**
 * Takes the data directory for this process, or refuses with `directory_in_use`. Two processes on one
 * embedded database corrupt it without a sign. On Linux the lock is a socket in the kernel's abstract
 * namespace, gone with the process however it ends; elsewhere the process named in the pid file must be alive.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const release =
    process.platform === 'linux' ? await listenOnName(directory) : await claimPidFile(directory);
  const pidFile = join(directory, PID_FILE);
  await writeFile(pidFile, String(process.pid));
  return {
    async release() {
      await rm(pidFile, { force: true });
      await release();
    },
  };
}

async function listenOnName(directory: string): Promise<() => Promise<void>> {
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 32);
  const server = createServer((socket) => socket.destroy());
  server.unref();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ path: `\0throughline-${name}` }, resolve);
    });
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    throw makeInUse(directory, await readPid(directory));
  }
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function claimPidFile(directory: string): Promise<() => Promise<void>> {
  const path = join(directory, PID_FILE);
  const holder = await readPid(directory);
  if (holder !== undefined && isAlive(holder)) throw makeInUse(directory, holder);
  await rm(path, { force: true });
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    throw makeInUse(directory, await readPid(directory));
  }
  return () => Promise.resolve();
}

async function readPid(directory: string): Promise<number | undefined> {
  const text = await readFile(join(directory, PID_FILE), 'utf8').catch(() => '');
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function makeInUse(directory: string, pid: number | undefined): DatabaseError {
  const holder = pid === undefined ? 'Another process' : `Process ${pid}`;
  return new DatabaseError('directory_in_use', `The data directory ${directory} was not opened.`, {
    why: `${holder} is using it, and two processes would damage the database in it.`,
    fix: 'Stop that process, or choose another directory with --data.',
  });
}
