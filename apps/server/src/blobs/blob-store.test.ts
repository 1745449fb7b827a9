import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { LIMITS } from '@throughline/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEYS, startObjectStore, type ObjectStore } from '../testing/object-store.ts';
import type { BlobStore } from './blob-store.ts';
import { makeDirectoryBlobStore } from './directory-blob-store.ts';
import { makeS3BlobStore } from './s3-blob-store.ts';

let store: ObjectStore;
let directory: string;
beforeAll(async () => {
  store = await startObjectStore();
  directory = await mkdtemp(join(tmpdir(), 'throughline-blobs-'));
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

const MAKE: Readonly<Record<string, () => BlobStore>> = {
  directory: () => makeDirectoryBlobStore(directory),
  S3: () => makeS3BlobStore({ ...KEYS, url: store.url, spool: join(directory, 'spool') }),
};

describe.each(Object.keys(MAKE))('a blob store (%s)', (kind) => {
  const open = (): BlobStore => (MAKE[kind] as () => BlobStore)();

  it('gives back the bytes it was given, by their hash', async () => {
    const bytes = randomBytes(300_000);
    const blob = await open().write(Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]));
    expect(blob).toEqual({ hash: createHash('sha256').update(bytes).digest('hex'), size: 300_000 });
    expect((await buffer(await open().read(blob.hash))).equals(bytes)).toBe(true);
    expect((await readdir(directory)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('fails for what it does not hold, before a byte is sent', async () => {
    await expect(open().read('0'.repeat(64))).rejects.toThrow(/ENOENT|404 NoSuchKey/);
  });

  it('refuses what is larger than an attachment may be', async () => {
    const part = Buffer.alloc(1_000_000);
    const parts = Array.from({ length: Math.ceil(LIMITS.attachmentBytes / part.length) + 1 }, () => part);
    await expect(open().write(Readable.from(parts))).rejects.toThrow('has more than');
  });
});

it('tells what the object store said', async () => {
  const wrong = { ...KEYS, secretAccessKey: 'wrong', url: store.url, spool: join(directory, 'spool') };
  await expect(makeS3BlobStore(wrong).write(Readable.from([Buffer.from('x')]))).rejects.toThrow(
    '403 SignatureDoesNotMatch',
  );
  expect(await readdir(join(directory, 'spool'))).toEqual([]);
});
