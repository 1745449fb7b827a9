/** A whole installation for browser tests: set up by the command line, served by the built product. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, test as base, type Page } from '@playwright/test';

const BIN = resolve(import.meta.dirname, '../../apps/cli/bin/throughline.mjs');
const run = promisify(execFile);

export const ADMIN = { email: 'ada@example.com', password: 'correct horse battery', name: 'Ada Byron' };

export type Installation = {
  readonly url: string;
  readonly directory: string;
  readonly token: string;
  /** Calls the API as the admin. */
  readonly call: (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;
  /** Runs a command of the product. */
  readonly command: (...args: string[]) => Promise<string>;
  /** Ends the server without warning. */
  readonly kill: () => Promise<void>;
  /** Serves again at the same address. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type InstallationOptions = {
  readonly setup?: boolean;
  /** Of the server, beside this process's. */
  readonly environment?: Readonly<Record<string, string>>;
};

export async function makeInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
  const command = async (...args: string[]): Promise<string> => {
    const { stdout } = await run(process.execPath, [BIN, '--data', directory, ...args], { maxBuffer: 1e8 });
    return stdout;
  };
  const setUp =
    options.setup === false
      ? '{}'
      : await command(
          'setup',
          '--email',
          ADMIN.email,
          '--password',
          ADMIN.password,
          '--name',
          ADMIN.name,
          '--workspace',
          'Acme',
          '--json',
        );
  const { token = '' } = JSON.parse(setUp) as { token?: string };
  const { environment = {} } = options;
  let server = await serve(directory, 0, environment);
  const { url } = server;
  const port = Number(new URL(url).port);
  return {
    url,
    directory,
    token,
    command,
    call: async (method, path, body) => {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Record<string, unknown>;
    },
    kill: () => end(server.process, 'SIGKILL'),
    restart: async () => {
      server = await serve(directory, port, environment);
    },
    close: async () => {
      await end(server.process, 'SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function serve(
  directory: string,
  port: number,
  environment: InstallationOptions['environment'],
): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(
    process.execPath,
    [BIN, '--data', directory, '--json', 'serve', '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } },
  );
  for await (const line of createInterface({ input: child.stdout }))
    return { url: (JSON.parse(line) as { url: string }).url, process: child };
  throw new Error('The server did not start');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** One installation for all files of a worker: a test that counts records makes a space of its own. */
export const test = base.extend<object, { installation: Installation }>({
  installation: [
    async ({ browserName: _browserName }, use) => {
      const installation = await makeInstallation();
      await use(installation);
      await installation.close();
    },
    { scope: 'worker' },
  ],
});

export async function signIn(page: Page, { url }: Installation): Promise<void> {
  const { email, password } = ADMIN;
  // Many tests sign in at one installation, which answers only so many times in a while.
  await expect(async () => {
    const answer = await page.request.post(`${url}/api/auth/sign-in/email`, {
      data: { email, password },
      headers: { origin: url },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  }).toPass({ timeout: 60_000, intervals: [1000, 2000, 4000] });
  await page.goto(url);
  await page.waitForURL((address) => address.pathname.startsWith('/s/'));
}

export { expect } from '@playwright/test';
