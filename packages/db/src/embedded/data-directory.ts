import { existsSync } from 'node:fs';
import { cp, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseError, errorCode } from '../database-error.ts';
import { findPackageRoot } from '../package-root.ts';
import { openEmbeddedEngine } from './embedded-engine.ts';

/** The PostgreSQL major that PGlite is built from; a directory of another one can't be opened. */
export const EMBEDDED_MAJOR = '18';

/**
 * The directory of PostgreSQL within a data directory, ready to be opened: made from the template on the first
 * start, complete on the disk before it gets its name, and checked for its version on every other.
 */
export async function prepareDataDirectory(dataDir: string, template?: string): Promise<string> {
  const directory = join(dataDir, 'database');
  if (!existsSync(directory)) await copyDurably(template ?? (await prepareTemplate()), directory);
  await checkVersion(directory);
  return directory;
}

/**
 * An initialised, empty database to be copied: making one takes seconds, copying it a fraction. Kept in the
 * cache beside the installed packages; the build calls this so that the first start finds it.
 */
export async function prepareTemplate(): Promise<string> {
  const path = await templatePath('empty');
  if (!existsSync(path)) {
    await makeTemplate(path, async (directory) => {
      const engine = await openEmbeddedEngine(directory);
      await engine.close();
    });
  }
  return path;
}

/** Where the template of a kind belongs; a new release of PGlite asks for a new one. */
export async function templatePath(kind: string): Promise<string> {
  const root = findPackageRoot();
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const version = dependencies['@electric-sql/pglite'];
  return join(findCache(root), `database-${version}-${kind}`);
}

/** Fills a new directory and gives it its name when it is complete, so that several processes may do it at once. */
export async function makeTemplate(path: string, fill: (directory: string) => Promise<void>): Promise<void> {
  const draft = `${path}.${process.pid}-${Date.now()}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await fill(draft);
    await rename(draft, path);
  } catch (error) {
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function findCache(root: string): string {
  const pglite = createRequire(join(root, 'package.json')).resolve('@electric-sql/pglite');
  const modules = pglite.slice(0, pglite.lastIndexOf('node_modules'));
  return join(modules, 'node_modules', '.cache', 'throughline');
}

async function copyDurably(source: string, target: string): Promise<void> {
  const parent = dirname(target);
  for (const name of await readdir(parent)) {
    if (name.startsWith('database.draft')) await rm(join(parent, name), { recursive: true, force: true });
  }
  const draft = `${target}.draft`;
  await cp(source, draft, { recursive: true });
  await syncTree(draft);
  await rename(draft, target);
  await syncPath(parent);
}

async function syncTree(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    await (entry.isDirectory() ? syncTree(child) : syncPath(child));
  }
  await syncPath(path);
}

async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function checkVersion(directory: string): Promise<void> {
  const text = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => '');
  const major = text.trim();
  if (major === EMBEDDED_MAJOR) return;
  throw new DatabaseError('database_version', `The database in ${directory} was not opened.`, {
    why:
      major === ''
        ? 'It has no PG_VERSION file, so it is not a complete PostgreSQL directory.'
        : `It was made by PostgreSQL ${major}, and this release of Throughline uses ${EMBEDDED_MAJOR}.`,
    fix:
      major === ''
        ? 'Move the directory away and restore a backup.'
        : 'Make a backup with the release that made it (throughline backup), then restore it with this one.',
  });
}
