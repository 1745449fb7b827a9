import { readChannels } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

/** `GET /api/v1/channels`: how the ways by which feedback comes in are doing. */
export function addChannelRoutes(app: FastifyInstance, { runtime, authenticate }: Services): void {
  app.get(
    '/api/v1/channels',
    {
      schema: {
        operationId: 'channel_list',
        summary: 'Portals, mailboxes and connections: what came last, what waits, and what went wrong',
        tags: ['feedback'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      return { items: await readChannels(runtime, { workspace, actor }) };
    },
  );
}
