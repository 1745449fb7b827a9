/** Files on their way in: streamed to disk, however large, with the options that came beside them. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@throughline/contract';
import type { FastifyRequest } from 'fastify';

export type Upload = {
  readonly directory: string;
  readonly paths: readonly string[];
  /** Fields of the form, or of the address. */
  readonly options: Readonly<Record<string, string>>;
};

/** Bytes of one file, as sent. */
export const UPLOAD_BYTES = 4_000_000_000;

/** A form with files, or a file as the whole body with its options in the address. */
export async function receiveUpload(request: FastifyRequest, home: string): Promise<Upload> {
  const directory = join(home, `upload-${randomUUID()}`);
  await mkdir(directory, { recursive: true });
  try {
    const upload = request.isMultipart()
      ? await receiveForm(request, directory)
      : await receiveBody(request, directory);
    if (upload.paths.length === 0)
      throw new Refusal('invalid_input', { message: 'The request holds no file.' });
    return upload;
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

async function receiveForm(request: FastifyRequest, directory: string): Promise<Upload> {
  const paths: string[] = [];
  const options = queryOf(request);
  for await (const part of request.parts({ limits: { fileSize: UPLOAD_BYTES, files: 100 } })) {
    if (part.type === 'field') {
      options[part.fieldname] = typeof part.value === 'string' ? part.value : JSON.stringify(part.value);
      continue;
    }
    const path = pathFor(directory, paths.length, part.filename);
    await pipeline(part.file, createWriteStream(path));
    if (part.file.truncated) throw tooLarge();
    paths.push(path);
  }
  return { directory, paths, options };
}

async function receiveBody(request: FastifyRequest, directory: string): Promise<Upload> {
  const options = queryOf(request);
  const path = pathFor(directory, 0, options['name'] ?? 'file');
  let size = 0;
  const file = createWriteStream(path);
  await pipeline(
    request.body as Readable,
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        size += piece.length;
        if (size > UPLOAD_BYTES) throw tooLarge();
        yield piece;
      }
    },
    file,
  );
  return { directory, paths: size === 0 ? [] : [path], options };
}

function queryOf(request: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.query as object).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** Numbered, so that files of one name and their order are kept. */
function pathFor(directory: string, index: number, name: string): string {
  const safe = basename(name.replaceAll('\\', '/'))
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .slice(-120);
  return join(directory, `${index + 1}-${safe === '' ? 'file' : safe}`);
}

function tooLarge(): Refusal {
  return new Refusal('too_large', { message: `The file is larger than ${UPLOAD_BYTES} bytes.` });
}
