import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from '../database-error.ts';
import { copyDurably } from './copy-durably.ts';
import { prepareTemplate } from './template.ts';

/** The PostgreSQL major that PGlite is built from; a directory of another one can't be opened. */
const EMBEDDED_MAJOR = '18';

/**
 * The directory of PostgreSQL within a data directory, ready to be opened: copied from the template on the
 * first start, checked for its version on every other.
 */
export async function prepareDataDirectory(dataDir: string, template?: string): Promise<string> {
  const directory = join(dataDir, 'database');
  if (!existsSync(directory)) await copyDurably(template ?? (await prepareTemplate()), directory);
  await checkVersion(directory);
  return directory;
}

async function checkVersion(directory: string): Promise<void> {
  const text = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch(() => '');
  const major = text.trim();
  if (major === EMBEDDED_MAJOR) return;
  throw major === '' ? makeIncomplete(directory) : makeOtherMajor(directory, major);
}

function makeIncomplete(directory: string): DatabaseError {
  return new DatabaseError('database_version', `The database in ${directory} was not opened.`, {
    why: 'It has no PG_VERSION file, so it is not a complete PostgreSQL directory.',
    fix: 'Move the directory away and restore a backup.',
  });
}

function makeOtherMajor(directory: string, major: string): DatabaseError {
  return new DatabaseError('database_version', `The database in ${directory} was not opened.`, {
    why: `It was made by PostgreSQL ${major}, and this release of Throughline uses ${EMBEDDED_MAJOR}.`,
    fix: 'Make a backup with the release that made it (throughline backup) and restore it with this one.',
  });
}
