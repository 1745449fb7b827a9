import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeTemplate, templatePath } from '../embedded/template.ts';
import { errorCode } from '../database-error.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import { readMigrations } from '../read-migrations.ts';

const KEEP_MS = 86_400_000;

/** A directory with the embedded database after all migrations, made once for each state of them. */
export async function prepareEmbeddedTemplate(): Promise<string> {
  const path = await templatePath(`migrated-${await hashMigrations()}`);
  if (existsSync(path)) return path;
  await removeOutdated(path);
  const dataDir = `${path}.opened-${process.pid}`;
  try {
    const database = await openDatabase({ dataDir });
    try {
      await migrate(database);
    } finally {
      await database.close();
    }
    await makeTemplate(path, (draft) => cp(join(dataDir, 'database'), draft, { recursive: true }));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  return path;
}

/** Another run may still copy from a template of today; what is older belongs to migrations as they were. */
async function removeOutdated(path: string): Promise<void> {
  const directory = dirname(path);
  if (!existsSync(directory)) return;
  for (const name of await readdir(directory)) {
    if (!name.includes('-migrated-')) continue;
    const { mtimeMs } = await stat(join(directory, name));
    if (Date.now() - mtimeMs > KEEP_MS) await rm(join(directory, name), { recursive: true, force: true });
  }
}

/** The name of a database after all migrations on the server at `url`. */
export async function prepareServerTemplate(url: string): Promise<string> {
  const name = `throughline_template_${await hashMigrations()}`;
  await createDatabase(url, name).catch((error: unknown) => {
    if (errorCode(error) !== '42P04') throw error;
  });
  const database = await openDatabase({ url: withDatabase(url, name) });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  return name;
}

export async function createDatabase(url: string, name: string, template?: string): Promise<void> {
  const copy = template === undefined ? '' : ` template "${template}"`;
  await administer(url, `create database "${name}"${copy}`);
}

export async function dropDatabase(url: string, name: string): Promise<void> {
  await administer(url, `drop database if exists "${name}" with (force)`);
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function administer(url: string, statement: string): Promise<void> {
  const database = await openDatabase({ url, maxConnections: 1 });
  try {
    await database.query(statement);
  } finally {
    await database.close();
  }
}

async function hashMigrations(): Promise<string> {
  const hash = createHash('sha256');
  for (const { checksum } of await readMigrations()) hash.update(checksum);
  return hash.digest('hex').slice(0, 16);
}
