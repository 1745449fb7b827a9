/** What every command needs first: the installed packages, and the built product. Nothing is done twice. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Throughline needs Node.js 20.19 or newer; this is ${process.version}. See https://nodejs.org.`,
  );
  process.exit(1);
}

/** Installs what the lock file names, when it is newer than what is there. */
export function install() {
  const marker = join(ROOT, 'node_modules/.package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs)
    return;
  console.error('Installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Builds when a source is newer than the last build. */
export async function buildIfStale() {
  const built = ['apps/server/dist/index.mjs', 'apps/cli/dist/main.mjs', 'apps/web/dist/index.html'].map(
    (path) => join(ROOT, path),
  );
  const oldest = Math.min(...built.map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)));
  const newest = Math.max(
    ...['packages', 'apps'].map((folder) => newestIn(join(ROOT, folder))),
    statSync(join(ROOT, 'package-lock.json')).mtimeMs,
  );
  if (oldest >= newest) return;
  console.error('Building …');
  const { build } = await import('./build.mjs');
  await build();
}

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }
  return newest;
}

/** Runs a command to its end; leaves with its exit code where it fails. */
export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (status !== 0) process.exit(status ?? 1);
}
