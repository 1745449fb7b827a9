/** A file's bytes as a stream, unzipped where they are gzip, with a hash of what lies on the disk. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FlowRefusal } from '@throughline/flow';

const CHUNK = 1 << 20;

export type OpenedBytes = {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** SHA-256 of the file as it is; known when all chunks were read. */
  readonly sha256: () => string;
};

export type OpenBytesOptions = {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
};

export async function openBytes(
  file: string,
  { signal, onProgress }: OpenBytesOptions,
): Promise<OpenedBytes> {
  const { size } = await stat(file);
  const source = createReadStream(file, { highWaterMark: CHUNK, signal });
  const hash = createHash('sha256');
  let read = 0;
  source.on('data', (chunk) => {
    hash.update(chunk);
    read += chunk.length;
    onProgress(size === 0 ? 1 : read / size);
  });
  source.pause();
  if (!(await isGzip(file))) return { chunks: source, sha256: () => hash.digest('hex') };
  const unzipped = createGunzip({ chunkSize: CHUNK });
  // The error reaches whoever reads the unzipped stream.
  pipeline(source, unzipped, () => {});
  return { chunks: explain(unzipped, file), sha256: () => hash.digest('hex') };
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function* explain(unzipped: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of unzipped) {
      bytes += chunk.length;
      yield chunk;
    }
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (!code.startsWith('Z_')) throw error;
    const isCut = code === 'Z_BUF_ERROR';
    throw new FlowRefusal('broken_file', {
      message: isCut ? `${file} ends too early.` : `${file} cannot be unzipped.`,
      why: isCut
        ? `The gzip data stops after ${bytes} bytes of content: the file was cut off.`
        : `The gzip data is damaged (${(error as Error).message}).`,
      fix: 'Download or export it again.',
    });
  }
}
