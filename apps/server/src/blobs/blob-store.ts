/** Where the bytes of attachments lie, by their SHA-256: a directory, or an object store that several servers share. */
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { makeDirectoryBlobStore } from './directory-blob-store.ts';
import { makeS3BlobStore } from './s3-blob-store.ts';

export type StoredBlob = { readonly hash: string; readonly size: number };

export type BlobStore = {
  /** Resolves when the bytes are durable. */
  readonly write: (bytes: Readable) => Promise<StoredBlob>;
  /** Fails where there is no such blob. */
  readonly read: (hash: string) => Promise<Readable>;
};

/**
 * The store that the environment names: `THROUGHLINE_S3_URL` is `https://host/bucket`, perhaps with a folder,
 * beside the usual `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_REGION`. Else a directory.
 */
export function openBlobStore(
  dataDirectory: string,
  environment: Readonly<Record<string, string | undefined>>,
): BlobStore {
  const url = environment['THROUGHLINE_S3_URL'];
  if (url === undefined) return makeDirectoryBlobStore(join(dataDirectory, 'blobs'));
  return makeS3BlobStore({
    url,
    region: environment['AWS_REGION'] ?? 'us-east-1',
    accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    spool: join(dataDirectory, 'uploads'),
  });
}
