import { LIST_PARAMETERS, Refusal } from '@throughline/contract';
import { listRecords, type ListRequest } from '@throughline/operations';
import type { Entity } from '@throughline/model';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** `GET /api/v1/ideas?filter=…&sort=…`: a page of records of an entity. */
export function addListRoutes(app: FastifyInstance, { runtime, authenticate }: Services): void {
  for (const entity of runtime.model.entities.filter((each) => each.exposure.rest)) {
    app.get(`/api/v1/${entity.plural}`, { schema: describeList(entity) }, async (request) => {
      const { workspace, actor } = await authenticate(request);
      return listRecords(runtime, { workspace, actor, entity, ...parseListParameters(request.query) });
    });
  }
}

function describeList(entity: Entity) {
  return {
    operationId: `${entity.name}_list`,
    summary: `List ${entity.label.many}`,
    tags: [entity.plural],
    security: [{ token: [] }],
    querystring: LIST_PARAMETERS,
  };
}

/** What a list is asked for, whoever asks. */
export function parseListParameters(input: unknown): Omit<ListRequest, 'workspace' | 'actor' | 'entity'> {
  const parsed = LIST_PARAMETERS.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal('invalid_input', { message: `${issue?.path.join('.')}: ${issue?.message}.` });
  }
  const { archived, total, ...rest } = parsed.data;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { archived: archived === 'true', withTotal: total === 'true', ...Object.fromEntries(given) };
}
