/** `GET /api/v1/ideas/export?format=csv&…`: the records of a list or a saved view as a file. */
import { Readable } from 'node:stream';
import { Refusal } from '@throughline/contract';
import { LIMITS, type Entity } from '@throughline/model';
import { exportOfView, exportRecords, type ExportRequest } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Session } from '../auth/authenticate.ts';
import { parseBody } from './parse-body.ts';
import type { Services } from './services.ts';

const parameters = z.object({
  format: z.enum(['csv', 'json', 'jsonl']).default('csv'),
  filter: z.string().max(LIMITS.expressionLength).optional().describe('As for lists'),
  sort: z.string().max(LIMITS.expressionLength).optional(),
  space: z.string().max(60).optional().describe('Key or id of one space'),
  archived: z.enum(['true', 'false']).optional(),
  view: z.string().max(60).optional().describe('Id of a saved view, instead of filter and sort'),
});

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
} as const;

export function addExportRoutes(app: FastifyInstance, services: Services): void {
  const { runtime, authenticate } = services;
  for (const entity of runtime.model.entities.filter((each) => each.exposure.rest)) {
    app.get(`/api/v1/${entity.plural}/export`, { schema: describe(entity) }, async (request, reply) => {
      const session = await authenticate(request);
      const wanted = parseBody(parameters, request.query);
      const exported = await toRequest(services, { session, entity }, wanted);
      const pieces = exportRecords(runtime, exported);
      // The first piece is made before the answer begins: what is refused is refused with its status.
      const first = await pieces.next();
      return reply
        .header('content-type', TYPES[wanted.format])
        .header('content-disposition', `attachment; filename="${entity.plural}.${wanted.format}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(first.done === true ? [] : withFirst(first.value, pieces)));
    });
  }
}

async function* withFirst(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

type Asked = { readonly session: Session; readonly entity: Entity };

async function toRequest(
  { runtime }: Services,
  { session: { workspace, actor }, entity }: Asked,
  { format, filter, sort, space, archived, view }: z.infer<typeof parameters>,
): Promise<ExportRequest> {
  if (view !== undefined) {
    const shown = await exportOfView(runtime, { workspace, actor, view });
    if (shown.entity === entity) return { ...shown, format };
    throw new Refusal('invalid_input', {
      message: `The view shows ${shown.entity.label.many}, not ${entity.label.many}.`,
    });
  }
  return {
    workspace,
    actor,
    entity,
    format,
    archived: archived === 'true',
    ...(filter === undefined ? {} : { filter }),
    ...(sort === undefined ? {} : { sort }),
    ...(space === undefined ? {} : { space }),
  };
}

function describe(entity: Entity) {
  return {
    operationId: `${entity.name}_export`,
    summary: `Export ${entity.label.many} as a file`,
    tags: [entity.plural],
    security: [{ token: [] }],
    querystring: parameters,
  };
}
