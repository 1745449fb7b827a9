import { readSortStates } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** `GET /api/v1/sort-indexes`: whether the orders of sortable fields have their index. */
export function addSortIndexRoutes(app: FastifyInstance, { runtime, authenticate, sorting }: Services): void {
  app.get(
    '/api/v1/sort-indexes',
    {
      schema: {
        operationId: 'sort_index_list',
        summary: 'Fields that are marked sortable: ready, building or failed, and why',
        tags: ['fields'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      const states = await readSortStates(runtime, { workspace, actor });
      return {
        items: states.map((each) => {
          const problem = each.state === 'ready' ? undefined : sorting.problemOf(workspace, each.field);
          return problem === undefined ? each : { ...each, state: 'failed', problem };
        }),
      };
    },
  );
}
