import { renewPortalKey } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../routes/services.ts';

/** `POST /api/v1/portals/{id}/key`: a new key for an app that lets its users into the portal. */
export function addPortalKeyRoutes(
  app: FastifyInstance,
  { runtime, authenticate, portalKeys }: Services,
): void {
  app.post<{ Params: { id: string } }>(
    '/api/v1/portals/:id/key',
    {
      schema: {
        operationId: 'portal_key',
        summary: 'Make the key anew that signs tokens of a customer’s own app; shown once',
        tags: ['portals'],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const { workspace, actor } = await authenticate(request);
      const { portal, turn } = await renewPortalKey(runtime, {
        workspace,
        actor,
        portal: request.params.id,
      });
      const secret = Buffer.from(portalKeys.appKey(portal, turn)).toString('base64url');
      return reply.header('cache-control', 'no-store').send({ id: portal, secret });
    },
  );
}
