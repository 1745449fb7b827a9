/**
 * Blobs in a bucket of an object store that speaks S3 (PutObject and GetObject with signature version 4). A blob
 * is spooled first, since its name is its hash and the store wants its length.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { request, type Dispatcher } from 'undici';
import type { BlobStore } from './blob-store.ts';
import { writeBlob } from './write-blob.ts';

export type S3Options = {
  /** `https://host/bucket`, perhaps with a folder. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Where uploads lie until the store has them. */
  readonly spool: string;
};

/** SHA-256 of nothing: what a request without a body is signed with. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

type Asking = {
  readonly method: 'PUT' | 'GET';
  readonly digest: string;
  readonly size?: number;
  readonly body?: Readable;
};

export function makeS3BlobStore({ url, spool, ...credentials }: S3Options): BlobStore {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 0 });

  const send = async (
    hash: string,
    { method, digest, size, body }: Asking,
  ): Promise<Dispatcher.ResponseData> => {
    const address = `${url.replace(/\/$/, '')}/${hash}`;
    const signed = await client.sign(address, { method, headers: { 'x-amz-content-sha256': digest } });
    const headers = Object.fromEntries(signed.headers);
    const response = await request(address, {
      method,
      headers: size === undefined ? headers : { ...headers, 'content-length': String(size) },
      body: body ?? null,
    });
    if (response.statusCode === 200) return response;
    const answer = await response.body.text();
    const code = /<Code>([^<]{1,100})<\/Code>/.exec(answer)?.[1] ?? '';
    throw new Error(`The object store answered ${response.statusCode} ${code} to ${method} ${address}`);
  };

  return {
    write: async (bytes) => {
      await mkdir(spool, { recursive: true });
      const path = join(spool, randomUUID());
      try {
        const blob = await writeBlob(path, bytes);
        const { hash, size } = blob;
        const response = await send(hash, {
          method: 'PUT',
          digest: hash,
          size,
          body: createReadStream(path),
        });
        await response.body.dump();
        return blob;
      } finally {
        await rm(path, { force: true });
      }
    },
    read: async (hash) => (await send(hash, { method: 'GET', digest: EMPTY })).body,
  };
}
