import { Refusal } from '@throughline/contract';
import { listRecords } from '@throughline/operations';
import { LIMITS, type Entity } from '@throughline/model';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Services } from './services.ts';

const parameters = z.object({
  filter: z
    .string()
    .max(LIMITS.expressionLength)
    .optional()
    .describe('A condition: status in ("Now", "Next") and owner = me()'),
  sort: z.string().max(LIMITS.expressionLength).optional().describe('-score, title'),
  space: z.string().max(60).optional().describe('Key or id of one space'),
  archived: z.enum(['true', 'false']).optional().describe('Archived records instead of live ones'),
  total: z.enum(['true', 'false']).optional().describe('Also count all'),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSize).optional().describe('50 when left out'),
  cursor: z.string().max(20_000).optional(),
});

/** `GET /api/v1/ideas?filter=…&sort=…`: a page of records of an entity. */
export function addListRoutes(app: FastifyInstance, { runtime, authenticate }: Services): void {
  for (const entity of runtime.model.entities.filter((each) => each.exposure.rest)) {
    app.get(`/api/v1/${entity.plural}`, { schema: describeList(entity) }, async (request) => {
      const { workspace, actor } = await authenticate(request);
      const parsed = parameters.safeParse(request.query);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new Refusal('invalid_input', { message: `${issue?.path.join('.')}: ${issue?.message}.` });
      }
      const { filter, sort, space, archived, total, limit, cursor } = parsed.data;
      return listRecords(runtime, {
        workspace,
        actor,
        entity,
        archived: archived === 'true',
        withTotal: total === 'true',
        ...(filter === undefined ? {} : { filter }),
        ...(sort === undefined ? {} : { sort }),
        ...(space === undefined ? {} : { space }),
        ...(limit === undefined ? {} : { limit }),
        ...(cursor === undefined ? {} : { cursor }),
      });
    });
  }
}

function describeList(entity: Entity) {
  return {
    operationId: `${entity.name}_list`,
    summary: `List ${entity.label.many}`,
    tags: [entity.plural],
    security: [{ token: [] }],
    querystring: parameters,
  };
}
