/** `GET /api/v1/feedback/{id}/similar`: feedback that says much the same, and the words that tell it. */
import { findRecord, isAllowed, mustState } from '@throughline/operations';
import { textOf } from '@throughline/base';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

const MOST_SHOWN = 10;

export function addSimilarRoutes(app: FastifyInstance, { runtime, authenticate, texts }: Services): void {
  const entity = runtime.model.entity('feedback');
  app.get<{ Params: { id: string } }>(
    '/api/v1/feedback/:id/similar',
    {
      schema: {
        operationId: 'feedback_similar',
        summary: 'Feedback that says much the same, the likest first, each with what it shares',
        tags: ['feedback'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      const { id, values } = await findRecord(runtime, { workspace, actor, entity, id: request.params.id });
      const state = await mustState(runtime, workspace);
      const { receivedAt } = values;
      const asked = {
        title: textOf(values['title'] ?? ''),
        body: textOf(values['body'] ?? ''),
        ...(typeof receivedAt === 'string' ? { at: Date.parse(receivedAt) } : {}),
      };
      const items = await texts.similar(workspace, asked, {
        limit: MOST_SHOWN,
        accepts: ({ space }, other) =>
          other !== id && isAllowed(state, actor, { entity, verb: 'read', subject: { space } }),
      });
      return { items: items.map(({ id: like, score, because }) => ({ id: like, score, because })) };
    },
  );
}
