/** Writes that concern more than one record: bulk edits and undo. */
import { parseBulk } from './parse-bulk.ts';
import { bulkUpdate, executeWith, undoCause } from '@throughline/operations';
import { Refusal } from '@throughline/contract';
import type { FastifyInstance } from 'fastify';
import { answer, writeOptions } from './command-routes.ts';
import type { Services } from './services.ts';

export function addActRoutes(app: FastifyInstance, { runtime, authenticate }: Services): void {
  for (const entity of runtime.model.entities) {
    if (!entity.exposure.rest || entity.rules.update === undefined) continue;
    app.post(
      `/api/v1/${entity.plural}/bulk`,
      {
        schema: {
          operationId: `${entity.name}_bulk`,
          summary: `Change many ${entity.label.many} at once: {ids, verb, values}`,
          tags: [entity.plural],
          security: [{ token: [] }],
        },
      },
      async (request, reply) => {
        const session = await authenticate(request);
        const input = parseBulk(request.body);
        const outcome = await executeWith(
          runtime,
          {
            workspace: session.workspace,
            actor: session.actor,
            operation: `${entity.name}.bulk`,
            input,
            ...writeOptions(request, session),
          },
          bulkUpdate(entity.name, input),
        );
        return answer(reply, 200, outcome);
      },
    );
  }
  app.post<{ Body: { cause?: unknown } | null }>(
    '/api/v1/undo',
    {
      schema: {
        operationId: 'undo',
        summary: 'Take back all changes of one act: {cause}',
        tags: ['acts'],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const session = await authenticate(request);
      const cause = request.body?.cause;
      if (typeof cause !== 'string')
        throw new Refusal('invalid_input', { message: 'Expected {"cause": "act_…"}.' });
      const outcome = await executeWith(
        runtime,
        {
          workspace: session.workspace,
          actor: session.actor,
          operation: 'undo',
          input: { cause },
          ...withoutCause(writeOptions(request, session)),
        },
        undoCause(cause),
      );
      return answer(reply, 200, outcome);
    },
  );
}

/** Undoing is an act of its own. */
function withoutCause<T extends { cause?: string }>({ cause: _cause, ...rest }: T): Omit<T, 'cause'> {
  return rest;
}
