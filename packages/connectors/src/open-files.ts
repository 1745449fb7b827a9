/** Files, directories and .gz on disk as the import engine takes them. */
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { Refusal } from '@throughline/contract';
import type { SourceFile } from '@throughline/operations';

/** In the order of the paths, those of a directory by name; hidden files are left out. */
export async function openFiles(paths: readonly string[]): Promise<readonly SourceFile[]> {
  const files = (await Promise.all(paths.map(listFiles))).flat();
  if (files.length === 0) throw new Refusal('invalid_input', { message: 'There is no file to import.' });
  return Promise.all(files.map((path) => openFile(path)));
}

async function listFiles(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new Refusal('not_found', { message: `There is no file ${path}.` })
      : error;
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path);
  const numeric = new Intl.Collator('en', { numeric: true });
  return names
    .filter((name) => /\.(csv|tsv|txt|vtt|srt|json|jsonl|ndjson)(\.gz)?$/i.test(name))
    .toSorted(numeric.compare)
    .map((name) => join(path, name));
}

export async function openFile(path: string, name = basename(path)): Promise<SourceFile> {
  const { size } = await stat(path);
  const isZipped = await hasGzipMagic(path);
  return {
    name,
    size,
    open: (onBytes) => {
      const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
      bytes.on('data', (chunk) => onBytes(chunk.length));
      if (!isZipped) return bytes;
      const unzipped = createGunzip();
      bytes.on('error', (error) => unzipped.destroy(error));
      unzipped.on('close', () => bytes.destroy());
      return bytes.pipe(unzipped);
    },
  };
}

async function hasGzipMagic(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
