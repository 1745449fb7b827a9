/** `GET /api/v1/changes?entity=idea&since=2026-01-01&until=2026-03-31`: what happened between two moments. */
import { listChanges } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseBody } from './parse-body.ts';
import type { Services } from './services.ts';

const moment = z.string().max(60);
const parameters = z.object({
  entity: z.string().max(60).describe('The record type: idea'),
  since: moment.describe('A day (its end, in the workspace’s zone) or an instant'),
  until: moment.optional().describe('A day or an instant; now when left out'),
  space: z.string().max(60).optional().describe('Key or id of one space'),
  cursor: z.string().max(200).optional(),
});

export function addChangeRoutes(app: FastifyInstance, { runtime, authenticate }: Services): void {
  app.get(
    '/api/v1/changes',
    {
      schema: {
        operationId: 'change_list',
        summary: 'Changes between two moments, oldest first',
        tags: ['changes'],
        security: [{ token: [] }],
        querystring: parameters,
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      const { entity, since, until, space, cursor } = parseBody(parameters, request.query);
      return listChanges(runtime, {
        workspace,
        actor,
        entity,
        since,
        ...(until === undefined ? {} : { until }),
        ...(space === undefined ? {} : { space }),
        ...(cursor === undefined ? {} : { cursor }),
      });
    },
  );
}
