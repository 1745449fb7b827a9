/** Where the bytes of attachments lie, by their SHA-256. A directory here; an object store fits the same port. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '@throughline/contract';
import { LIMITS } from '@throughline/model';

export type StoredBlob = { readonly hash: string; readonly size: number };

export type BlobStore = {
  /** Resolves when the bytes are on the disk. */
  readonly write: (bytes: Readable) => Promise<StoredBlob>;
  readonly read: (hash: string) => Readable;
};

export function makeDirectoryBlobStore(directory: string): BlobStore {
  return {
    write: async (bytes) => {
      await mkdir(directory, { recursive: true });
      const unfinished = join(directory, `.${randomUUID()}`);
      try {
        const blob = await writeDurably(unfinished, bytes);
        await rename(unfinished, join(directory, blob.hash));
        await syncDirectory(directory);
        return blob;
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    read: (hash) => createReadStream(join(directory, hash)),
  };
}

async function writeDurably(path: string, bytes: Readable): Promise<StoredBlob> {
  const handle = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const part of bytes) {
      size += (part as Buffer).length;
      if (size > LIMITS.attachmentBytes) {
        throw new Refusal('too_large', {
          message: `The file has more than ${LIMITS.attachmentBytes.toLocaleString('en')} bytes.`,
        });
      }
      hash.update(part as Buffer);
      await handle.write(part as Buffer);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { hash: hash.digest('hex'), size };
}

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().catch(() => undefined);
  await handle.close();
}
