import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from './blob-store.ts';
import { writeBlob } from './write-blob.ts';

export function makeDirectoryBlobStore(directory: string): BlobStore {
  return {
    write: async (bytes) => {
      await mkdir(directory, { recursive: true });
      const unfinished = join(directory, `.${randomUUID()}`);
      try {
        const blob = await writeBlob(unfinished, bytes);
        await rename(unfinished, join(directory, blob.hash));
        await syncDirectory(directory);
        return blob;
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    read: async (hash) => (await open(join(directory, hash), 'r')).createReadStream(),
  };
}

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().catch(() => undefined);
  await handle.close();
}
