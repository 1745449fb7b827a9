import { readShared } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** What secret links show. No session is asked; guessing is slowed. */
export function addSharedRoutes(app: FastifyInstance, { runtime }: Services): void {
  app.get<{ Params: { secret: string } }>(
    '/api/v1/shared/:secret',
    {
      schema: { operationId: 'shared', summary: 'What a share link shows', tags: ['shares'] },
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await readShared(runtime, request.params.secret)),
  );
}
