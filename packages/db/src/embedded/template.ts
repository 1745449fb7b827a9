import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { errorCode } from '../database-error.ts';
import { findPackageRoot } from '../package-root.ts';
import { openEmbeddedEngine } from './embedded-engine.ts';
import { makeEngineBackend } from './engine-backend.ts';

const STATEMENT_LIMIT_MS = 60_000;

/** Databases that only serve to make others from. Without them a third of the files is left to copy and sync. */
const DROP_SPARES = [
  `update pg_database set datistemplate = false where datname in ('template0', 'template1')`,
  'drop database template0',
  'drop database template1',
  'vacuum (analyze)',
  'checkpoint',
];

/**
 * An initialised, empty database to be copied: making one takes seconds, copying it a fraction. Kept in the
 * cache beside the installed packages; a build calls this so that the first start finds it. Returns its path.
 */
export async function prepareTemplate(): Promise<string> {
  const path = await templatePath('empty');
  if (!existsSync(path)) await makeTemplate(path, initialise);
  return path;
}

async function initialise(directory: string): Promise<void> {
  const backend = makeEngineBackend(await openEmbeddedEngine(directory), STATEMENT_LIMIT_MS);
  try {
    for (const statement of DROP_SPARES) await backend.pool.query(statement);
  } finally {
    await backend.close();
  }
}

/** Where the template of a kind belongs; another release of PGlite asks for another one. */
export async function templatePath(kind: string): Promise<string> {
  const root = findPackageRoot();
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return join(findCache(root), `database-${dependencies['@electric-sql/pglite']}-${kind}`);
}

/** Fills a new directory and gives it its name when it is whole, so that several processes may do it at once. */
export async function makeTemplate(path: string, fill: (directory: string) => Promise<void>): Promise<void> {
  const draft = `${path}.${process.pid}-${Date.now()}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await fill(draft);
    await rename(draft, path);
  } catch (error) {
    // Another process was faster, and its copy is as good.
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Where what can be made again is kept between runs. */
export function findCache(root: string): string {
  const pglite = createRequire(join(root, 'package.json')).resolve('@electric-sql/pglite');
  const parent = pglite.slice(0, pglite.lastIndexOf('node_modules'));
  return join(parent, 'node_modules', '.cache', 'throughline');
}
