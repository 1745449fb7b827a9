import { readSurveyResults } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

export function addSurveyResultRoutes(app: FastifyInstance, { runtime, authenticate }: Services): void {
  app.get<{ Params: { id: string } }>(
    '/api/v1/surveys/:id/results',
    {
      schema: {
        operationId: 'survey_results',
        summary: 'What the answers come to, as a whole and by month',
        tags: ['surveys'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      return readSurveyResults(runtime, { workspace, actor, id: request.params.id });
    },
  );
}
