/** Files on records: uploaded as they are, given back so that a browser never runs them. */
import { textOf } from '@throughline/base';
import type { Readable } from 'node:stream';
import { Refusal } from '@throughline/contract';
import { LIMITS } from '@throughline/model';
import {
  authorise,
  createFromValues,
  executeWith,
  findRecord,
  mustState,
  placeOf,
  present,
} from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answer, writeOptions } from './command-routes.ts';
import { parseBody } from './parse-body.ts';
import type { Services } from './services.ts';

const parameters = z.object({ record: z.string(), name: z.string().min(1).max(300) });

/** Shown in the page; everything else is downloaded. SVG can hold scripts. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export async function addAttachmentRoutes(
  app: FastifyInstance,
  { runtime, authenticate, blobs }: Services,
): Promise<void> {
  const entity = runtime.model.entity('attachment');

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.post(
      '/api/v1/attachments/upload',
      {
        bodyLimit: LIMITS.attachmentBytes,
        schema: {
          operationId: 'attachment_upload',
          summary: 'Attach the request’s body to a record: ?record=…&name=…',
          tags: ['attachments'],
          security: [{ token: [] }],
        },
      },
      async (request, reply) => {
        const session = await authenticate(request);
        const { record, name } = parseBody(parameters, request.query);
        const owner = runtime.model.entityOfId(record);
        if (!owner) throw new Refusal('not_found');
        const { workspace, actor } = session;
        const { values } = await findRecord(runtime, { workspace, actor, entity: owner, id: record });
        // Asked before a byte is taken: who may attach nothing fills no disk.
        const subject = { space: placeOf(owner, record, values) };
        authorise(await mustState(runtime, workspace), actor, { entity, verb: 'create', subject });
        const { hash, size } = await blobs.write(request.body as Readable);
        const mediaType = request.headers['content-type']?.split(';')[0] ?? 'application/octet-stream';
        const outcome = await executeWith(
          runtime,
          {
            workspace,
            actor,
            operation: 'attachment.upload',
            input: { record, name, hash },
            ...writeOptions(request, session),
          },
          async (work) => {
            const made = await createFromValues(work, entity, {
              values: { record, name, mediaType, size, hash },
            });
            return present(work.fieldsOf(entity), made.id, made.values);
          },
        );
        return answer(reply, 201, outcome);
      },
    );
  });

  app.get<{ Params: { id: string } }>(
    '/api/v1/attachments/:id/file',
    {
      schema: {
        operationId: 'attachment_file',
        summary: 'The file itself',
        tags: ['attachments'],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const { workspace, actor } = await authenticate(request);
      const { values } = await findRecord(runtime, { workspace, actor, entity, id: request.params.id });
      const type = textOf(values['mediaType']);
      const name = encodeURIComponent(textOf(values['name']));
      return reply
        .header('content-type', SHOWN.has(type) ? type : 'application/octet-stream')
        .header('content-length', Number(values['size']))
        .header(
          'content-disposition',
          `${SHOWN.has(type) ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
        )
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, max-age=31536000, immutable')
        .send(await blobs.read(textOf(values['hash'])));
    },
  );
}
