/** Spaces with more records than a browser holds, a part at a time. */
import { Refusal } from '@throughline/contract';
import { mustState, readWindow, readWindowTotals, type WindowRequest } from '@throughline/operations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from './services.ts';

const WINDOW = z.object({
  entity: z.string().max(60),
  space: z.string().max(60).describe('Key or id'),
  query: z.json().describe('As a view keeps it'),
  limit: z.number().int().min(1).max(1000).optional().describe('500 when left out'),
  cursor: z.string().max(20_000).optional(),
});

export function addWindowRoutes(app: FastifyInstance, services: Services): void {
  const { runtime } = services;
  const describe = (operationId: string, summary: string) => ({
    schema: { operationId, summary, tags: ['sync'], security: [{ token: [] }], body: WINDOW },
  });
  app.post(
    '/api/v1/sync/window',
    describe('sync_window', 'Records of a view by columns, from a place on'),
    async (request) => readWindow(runtime, await parse(services, request)),
  );
  app.post(
    '/api/v1/sync/window/totals',
    describe('sync_window_totals', 'How many records a view has, in its groups, and what they sum up to'),
    async (request) => readWindowTotals(runtime, await parse(services, request)),
  );
}

async function parse({ runtime, authenticate }: Services, request: FastifyRequest): Promise<WindowRequest> {
  const { workspace, actor } = await authenticate(request);
  const parsed = WINDOW.safeParse(request.body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal('invalid_input', { message: `${issue?.path.join('.')}: ${issue?.message}.` });
  }
  const { entity: name, space, query, limit, cursor } = parsed.data;
  const entity = runtime.model.findEntity(name);
  if (entity?.exposure.sync !== true || entity.scope !== 'space')
    throw new Refusal('invalid_input', { message: 'entity: has no records in spaces.' });
  const state = await mustState(runtime, workspace);
  return {
    workspace,
    actor,
    entity,
    space: state.spaceByKey.get(space.toUpperCase()) ?? space,
    query,
    ...(limit === undefined ? {} : { limit }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}
