/** Importing files that lie on this machine, for its command line: progress as lines of JSON, the result last. */
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { guessReader, openFiles, READERS } from '@throughline/connectors';
import { Refusal, type RefusalBody } from '@throughline/contract';
import { importFile, type ImportProgress } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseBody } from './parse-body.ts';
import { toRefusal } from './refusals.ts';
import type { Services } from './services.ts';

const request = z.object({
  files: z.array(z.string().min(1)).min(1),
  entity: z.string(),
  space: z.string().optional(),
  from: z.string().optional(),
  map: z.record(z.string(), z.string().nullable()).optional(),
  zone: z.string().optional(),
  system: z.string().optional(),
  dryRun: z.boolean().default(false),
});

const PROGRESS_MS = 200;

export function addLocalFileRoutes(app: FastifyInstance, { runtime, authenticate, local }: Services): void {
  app.post('/api/local/import', { schema: { hide: true } }, async (incoming, reply) => {
    if (!local.isLocal(incoming.headers.authorization)) throw new Refusal('not_found');
    const { workspace, actor } = await authenticate(incoming);
    const { files: paths, from, space, map, zone, system, ...rest } = parseBody(request, incoming.body);
    const files = await openFiles(paths.map((path) => resolve(path)));
    const reader = from === undefined ? await guessReader(files) : READERS.get(from);
    if (!reader)
      throw new Refusal('invalid_input', {
        message: `There is no format “${from}”.`,
        fix: `There are ${[...READERS.keys()].join(', ')}.`,
      });
    const options = {
      ...(space === undefined ? {} : { space }),
      ...(map === undefined ? {} : { map }),
      ...(zone === undefined ? {} : { zone }),
      ...(system === undefined ? {} : { system }),
    };
    const work: Work = (onProgress, signal) =>
      importFile(runtime, { workspace, actor, reader, files, ...rest, ...options, onProgress, signal });
    const lines = makeLines(work, (error) => {
      const refusal = toRefusal(error);
      if (refusal.code === 'internal') console.error(error);
      return refusal.body;
    });
    return reply.type('application/x-ndjson').send(Readable.from(lines));
  });
}

type Work = (onProgress: (progress: ImportProgress) => void, signal: AbortSignal) => Promise<object>;

/** A line now and then while the work goes on; whoever stops reading stops it. */
async function* makeLines(work: Work, toBody: (error: unknown) => RefusalBody): AsyncGenerator<string> {
  const stop = new AbortController();
  let progress: ImportProgress | null = null;
  let isOver = false;
  const working = work((next) => {
    progress = next;
  }, stop.signal).then(
    (result) => ({ result }),
    (error: unknown) => ({ error: toBody(error) }),
  );
  void working.finally(() => {
    isOver = true;
  });
  try {
    while (!isOver) {
      await Promise.race([working, new Promise((done) => setTimeout(done, PROGRESS_MS))]);
      if (progress !== null && !isOver) yield `${JSON.stringify({ progress })}\n`;
    }
    yield `${JSON.stringify(await working)}\n`;
  } finally {
    if (!isOver) stop.abort();
  }
}
