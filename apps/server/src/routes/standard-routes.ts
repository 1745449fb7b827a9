/** What standards tell beyond their records: who follows them, and what is otherwise there. */
import { compareAdoption, readFollowers } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

export function addStandardRoutes(app: FastifyInstance, { runtime, authenticate }: Services): void {
  app.get<{ Params: { id: string } }>(
    '/api/v1/standards/:id/spaces',
    {
      schema: {
        operationId: 'standard_spaces',
        summary: 'The spaces that follow a standard, and how each differs from it',
        tags: ['standards'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      return readFollowers(runtime, { workspace, actor, id: request.params.id });
    },
  );
  app.get<{ Params: { id: string } }>(
    '/api/v1/adoptions/:id/differences',
    {
      schema: {
        operationId: 'adoption_differences',
        summary: 'How a space differs from a standard that it adopted, part by part',
        tags: ['adoptions'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      return compareAdoption(runtime, { workspace, actor, id: request.params.id });
    },
  );
}
