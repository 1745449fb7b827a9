import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from './database-error.ts';
import { findPackageRoot } from './package-root.ts';

export interface Migration {
  readonly number: number;
  /** The file's name without `.sql`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly checksum: string;
}

const FILE = /^(\d{4})-([a-z0-9]+(?:-[a-z0-9]+)*)\.sql$/;

/** The migrations in a directory in their order; the ones of this package when it is left out. */
export async function readMigrations(
  directory: string = join(findPackageRoot(), 'migrations'),
): Promise<readonly Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(files.map((file) => readMigration(directory, file)));
  for (const [index, { number, name }] of migrations.entries()) {
    if (number !== index + 1) throw makeInvalid(name, `Number ${index + 1} is missing or used twice.`);
  }
  return migrations;
}

async function readMigration(directory: string, file: string): Promise<Migration> {
  const match = FILE.exec(file);
  if (match === null) throw makeInvalid(file, 'Its name is not of the form 0001-what-it-does.sql.');
  const sql = (await readFile(join(directory, file), 'utf8')).replaceAll('\r\n', '\n');
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { number: Number(match[1]), name: file.slice(0, -'.sql'.length), sql, checksum };
}

function makeInvalid(name: string, why: string): DatabaseError {
  return new DatabaseError('migration_invalid', `The migration ${name} can't be used.`, {
    why,
    fix: 'Number the files in packages/db/migrations from 0001 without gaps.',
  });
}
