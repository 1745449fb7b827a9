/** Puts a backup into an empty database, all of it in one transaction: a restore that was cut short left nothing. */
import { randomUUID } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Refusal } from '@throughline/contract';
import {
  beginEpoch,
  isEmptyDatabase,
  listTables,
  loadRows,
  migrate,
  openDatabase,
  readSchemaVersion,
  type Database,
  type TableName,
  type Transaction,
} from '@throughline/db';
import { extract } from 'tar-stream';
import { openBlobStore, type BlobStore } from '../blobs/blob-store.ts';
import { BACKUP_FORMAT } from './write-backup.ts';

export type RestoreReport = { readonly rows: number; readonly files: number };

const BATCH = 500;

export async function readBackup(
  database: Database,
  { file, blobs }: { readonly file: string; readonly blobs: BlobStore },
): Promise<RestoreReport> {
  if (!(await isEmptyDatabase(database))) {
    throw new Refusal('not_possible', {
      message: 'There is data here already.',
      why: 'A backup is restored into an empty database only, so that nothing is overwritten.',
      fix: 'Give another --data directory, or an empty database.',
    });
  }
  const schema = await readSchemaVersion(database);
  const source = await openBackup(file);
  try {
    return await database.transaction((tx) => restoreInto(tx, { source, blobs, schema }), {
      statementLimitMs: 600_000,
    });
  } finally {
    await source.close();
  }
}

async function openBackup(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    throw new Refusal('invalid_input', {
      message: `The backup ${file} cannot be read.`,
      why: (error as Error).message,
      fix: 'Name the file that “throughline backup” wrote.',
    });
  }
}

type Restore = { readonly source: FileHandle; readonly blobs: BlobStore; readonly schema: readonly string[] };

async function restoreInto(tx: Transaction, { source, blobs, schema }: Restore): Promise<RestoreReport> {
  let rows = 0;
  let files = 0;
  let manifest: Manifest | null = null;
  const known = new Set((await listTables(tx)).map(({ schema: place, table }) => `${place}.${table}`));
  const archive = extract();
  const bytes = source.createReadStream({ start: 0, autoClose: false });
  const failure = pipeline(bytes, createGunzip(), archive).catch((error: unknown) => error);
  try {
    for await (const part of archive) {
      const { name } = part.header;
      const entry = Readable.from(part);
      if (name === 'manifest.json') manifest = JSON.parse(await readAll(entry)) as Manifest;
      else if (name.startsWith('tables/')) rows += await loadTable(tx, tableOf(name, known), entry);
      else if (name.startsWith('blobs/')) files += await keepFile(blobs, basename(name), entry);
    }
  } catch (error) {
    if (isOfContent(error) || error === (await failure)) throw damaged();
    throw error;
  }
  checkManifest(manifest, { rows, schema });
  await beginEpoch(tx, randomUUID());
  return { rows, files };
}

/** What the archive holds is no JSON, or no rows of ours (SQLSTATE classes 22 and 23). */
function isOfContent(error: unknown): boolean {
  return error instanceof SyntaxError || /^2[23][0-9A-Z]{3}$/.test((error as { code?: string }).code ?? '');
}

type Manifest = { readonly format: string; readonly schema: readonly string[]; readonly rows: number };

/** Rows were loaded with the transaction still open: whatever is wrong here takes them back. */
function checkManifest(
  manifest: Manifest | null,
  { rows, schema }: { rows: number; schema: readonly string[] },
): void {
  const isWhole = manifest?.format === BACKUP_FORMAT && manifest.rows === rows;
  if (!isWhole || !Array.isArray(manifest.schema)) throw damaged();
  const unknown = manifest.schema.filter((name) => !schema.includes(name));
  if (unknown.length > 0 || manifest.schema.length !== schema.length) {
    throw new Refusal('not_possible', {
      message: 'The backup is of another release.',
      why: `Its tables are at ${manifest.schema.at(-1)}, those of this release at ${schema.at(-1)}.`,
      fix: 'Restore it with the release that made it, then upgrade.',
    });
  }
}

function damaged(): Refusal {
  return new Refusal('invalid_input', {
    message: 'The file is not a whole backup.',
    why: 'It was cut short, or is another kind of file.',
    fix: 'Use another backup.',
  });
}

function tableOf(name: string, known: ReadonlySet<string>): TableName {
  if (!known.has(basename(name, '.jsonl'))) throw damaged();
  const [schema = '', table = ''] = basename(name, '.jsonl').split('.');
  return { schema, table };
}

async function loadTable(tx: Transaction, table: TableName, entry: Readable): Promise<number> {
  let count = 0;
  let batch: string[] = [];
  for await (const line of createInterface({ input: entry, crlfDelay: Number.POSITIVE_INFINITY })) {
    batch.push(line);
    count++;
    if (batch.length < BATCH) continue;
    await loadRows(tx, table, batch);
    batch = [];
  }
  if (batch.length > 0) await loadRows(tx, table, batch);
  return count;
}

async function keepFile(blobs: BlobStore, name: string, entry: Readable): Promise<number> {
  const { hash } = await blobs.write(entry);
  if (hash !== name) throw damaged();
  return 1;
}

async function readAll(entry: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of entry) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export type RestoreOptions = {
  readonly file: string;
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
};

/** Opens an installation, restores into it and closes it. */
export async function restoreBackup({
  file,
  dataDirectory,
  databaseUrl,
}: RestoreOptions): Promise<RestoreReport> {
  const database = await openDatabase(
    databaseUrl === undefined ? { dataDir: dataDirectory } : { url: databaseUrl },
  );
  try {
    await migrate(database);
    return await readBackup(database, { file, blobs: openBlobStore(dataDirectory, process.env) });
  } finally {
    await database.close();
  }
}
