/** What roadmaps tell beyond their records: how much a reader does not see, and what an audience would. */
import { countHidden, previewEdition } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

export function addRoadmapRoutes(app: FastifyInstance, { runtime, authenticate }: Services): void {
  app.get<{ Params: { id: string } }>(
    '/api/v1/views/:id/hidden',
    {
      schema: {
        operationId: 'view_hidden',
        summary: 'How many records of a roadmap’s view the reader may not see, where their spaces tell',
        tags: ['views'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      return countHidden(runtime, { workspace, actor, view: request.params.id });
    },
  );
  app.get<{ Params: { id: string } }>(
    '/api/v1/editions/:id/preview',
    {
      schema: {
        operationId: 'edition_preview',
        summary: 'What readers of an audience version get to see',
        tags: ['editions'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      return previewEdition(runtime, { workspace, actor, edition: request.params.id });
    },
  );
}
