/**
 * A backup: one gzipped tar with a manifest, every table as lines of JSON at one moment, and the attached
 * files. It goes into either database.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Refusal } from '@throughline/contract';
import {
  dumpTables,
  listAttachedFiles,
  readSchemaVersion,
  type Database,
  type Dump,
  type TableName,
} from '@throughline/db';
import { pack, type Pack } from 'tar-stream';
import type { BlobStore, StoredBlob } from '../blobs/blob-store.ts';

export const BACKUP_FORMAT = 'throughline-backup-1';

export type BackupReport = {
  readonly file: string;
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
};

/** Writes beside the target and renames at the end, so that a backup is there whole or not at all. */
export async function writeBackup(
  database: Database,
  { file, blobs }: { readonly file: string; readonly blobs: BlobStore },
): Promise<BackupReport> {
  const workshop = await mkdtemp(join(tmpdir(), 'throughline-backup-'));
  const unfinished = `${file}.unfinished`;
  const archive = pack();
  const written = pipeline(archive, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
  let failure: NodeJS.ErrnoException | undefined;
  written.catch((error: NodeJS.ErrnoException) => {
    failure = error;
  });
  try {
    const rows = await dumpTables(database, (dump) => packTables(archive, dump, workshop));
    const manifest = { format: BACKUP_FORMAT, schema: await readSchemaVersion(database), rows };
    await addText(archive, 'manifest.json', JSON.stringify(manifest));
    const files = await packFiles(archive, await listAttachedFiles(database), blobs);
    archive.finalize();
    await written;
    await syncFile(unfinished);
    await rename(unfinished, file);
    return { file, rows, files, bytes: (await stat(file)).size };
  } catch (error) {
    // A file that cannot be written closes the archive, and packing finds out no more than that.
    const reason = failure === undefined ? error : notWritable(file, failure);
    archive.destroy();
    await written.catch(() => undefined);
    await rm(unfinished, { force: true });
    throw reason;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

function notWritable(file: string, error: NodeJS.ErrnoException): Refusal {
  if (error.code === 'ENOSPC') return new Refusal('storage_full');
  return new Refusal('not_possible', {
    message: `The backup cannot be written to ${file}.`,
    why: error.message,
    fix: 'Give a file in a directory that Throughline may write to.',
  });
}

async function packTables(archive: Pack, dump: Dump, workshop: string): Promise<number> {
  let rows = 0;
  for (const table of dump.tables) {
    const path = join(workshop, `${table.schema}.${table.table}`);
    rows += await spool(dump, table, path);
    await addFile(archive, `tables/${table.schema}.${table.table}.jsonl`, path);
  }
  return rows;
}

/** A tar entry begins with its size, so a table is written down first. */
async function spool(dump: Dump, table: TableName, path: string): Promise<number> {
  const handle = await open(path, 'w', 0o600);
  let count = 0;
  try {
    for await (const rows of dump.rows(table)) {
      await handle.write(`${rows.join('\n')}\n`);
      count += rows.length;
    }
  } finally {
    await handle.close();
  }
  return count;
}

async function packFiles(archive: Pack, files: readonly StoredBlob[], blobs: BlobStore): Promise<number> {
  for (const { hash, size } of files)
    await pipeline(await blobs.read(hash), archive.entry({ name: `blobs/${hash}`, size }));
  return files.length;
}

async function addFile(archive: Pack, name: string, path: string): Promise<void> {
  const { size } = await stat(path);
  await pipeline(createReadStream(path), archive.entry({ name, size }));
}

function addText(archive: Pack, name: string, text: string): Promise<void> {
  return new Promise((resolve, reject) =>
    archive.entry({ name }, text, (error) => (error ? reject(error) : resolve())),
  );
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
}
