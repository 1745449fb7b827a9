/** Files into records: what they hold is shown first, then they are read in the background. */
import { rm } from 'node:fs/promises';
import multipart from '@fastify/multipart';
import { guessReader, READERS } from '@throughline/connectors';
import { Refusal } from '@throughline/contract';
import {
  importFile,
  previewImport,
  startImport,
  type ImportRequest,
  type SourceFile,
} from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Session } from '../auth/authenticate.ts';
import { openUploads } from '../imports/open-uploads.ts';
import { receiveUpload, UPLOAD_BYTES, type Upload } from '../imports/receive-upload.ts';
import { writeOptions } from './command-routes.ts';
import { parseBody } from './parse-body.ts';
import type { Services } from './services.ts';

const parameters = z.object({
  entity: z.string().max(60).default('idea').describe('idea, feedback, company, contact or insight'),
  space: z.string().max(60).optional().describe('Key or id'),
  from: z
    .string()
    .max(20)
    .optional()
    .describe(`${[...READERS.keys()].join(', ')}; guessed when left out`),
  map: z.string().max(1_000_000).optional().describe('JSON {column: field}'),
  zone: z.string().max(60).optional().describe('IANA zone of times without one'),
  system: z.string().max(200).optional().describe('Source that ids belong to'),
  name: z.string().max(300).optional().describe('Of the file, where the body is the file'),
  dryRun: z.enum(['true', 'false']).optional().describe('Report and write nothing'),
});

const mapping = z.record(z.string(), z.string().nullable());

export async function addImportRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { runtime, authenticate, imports } = services;
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await scope.register(multipart);
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    scope.post(
      '/api/v1/imports/preview',
      describe('import_preview', 'Columns with guesses and first rows of a file'),
      async (request) => {
        const session = await authenticate(request);
        const upload = await receiveUpload(request, imports.directory);
        try {
          return await previewImport(runtime, await toRequest(session, upload));
        } finally {
          await rm(upload.directory, { recursive: true, force: true });
        }
      },
    );

    scope.post(
      '/api/v1/imports',
      describe('import_create', 'Import files: a form, or the file as the body'),
      async (request, reply) => {
        const session = await authenticate(request);
        const upload = await receiveUpload(request, imports.directory);
        try {
          const wanted = await toRequest(session, upload);
          if (wanted.dryRun === true) return await importFile(runtime, wanted);
          const { idempotencyKey } = writeOptions(request, session);
          const { id, isRepeat } = await startImport(runtime, {
            ...wanted,
            ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
          });
          if (!isRepeat) await imports.run(id, wanted, upload.directory);
          return await reply
            .code(202)
            .header('location', `/api/v1/imports/${id}`)
            .header('x-repeat', isRepeat ? '1' : '0')
            .send({ id, state: 'waiting', format: wanted.reader.format });
        } finally {
          await rm(upload.directory, { recursive: true, force: true });
        }
      },
    );
  });
}

function describe(operationId: string, summary: string) {
  return {
    bodyLimit: UPLOAD_BYTES,
    schema: { operationId, summary, tags: ['imports'], security: [{ token: [] }], querystring: parameters },
  };
}

async function toRequest({ workspace, actor }: Session, { paths, options }: Upload): Promise<ImportRequest> {
  const { entity, space, from, map, zone, system, name, dryRun } = parseBody(parameters, options);
  const files = await openUploads(paths);
  return {
    workspace,
    actor,
    entity,
    reader: await findReader(from, files),
    files,
    dryRun: dryRun === 'true',
    ...(space === undefined ? {} : { space }),
    ...(map === undefined ? {} : { map: parseMap(map) }),
    ...(zone === undefined ? {} : { zone }),
    ...(system === undefined ? {} : { system }),
    ...(name === undefined ? {} : { name }),
  };
}

async function findReader(
  from: string | undefined,
  files: readonly SourceFile[],
): Promise<ImportRequest['reader']> {
  if (from === undefined) return guessReader(files);
  const reader = READERS.get(from ?? '');
  if (reader) return reader;
  throw new Refusal('invalid_input', {
    message: `There is no format “${(from ?? '').slice(0, 60)}”.`,
    fix: `Use one of ${[...READERS.keys()].join(', ')}, or leave it out.`,
  });
}

function parseMap(text: string): Readonly<Record<string, string | null>> {
  try {
    return parseBody(mapping, JSON.parse(text));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('invalid_input', { message: 'map is no JSON.', fix: 'Send {"column": "field"}.' });
  }
}
