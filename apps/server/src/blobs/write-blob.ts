import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Refusal } from '@throughline/contract';
import { LIMITS } from '@throughline/model';
import type { StoredBlob } from './blob-store.ts';

/** Writes a new file and syncs it; what is larger than an attachment may be is refused. */
export async function writeBlob(path: string, bytes: Readable): Promise<StoredBlob> {
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
