/** Reading records: one by id or key, its history. Lists and exports are in `list-routes.ts`. */
import { Refusal } from '@throughline/contract';
import { textOf } from '@throughline/base';
import { findRecord, isReplicated, mustState, readRecord, seenFields } from '@throughline/operations';
import { readHistory } from '@throughline/db';
import type { Entity } from '@throughline/model';
import type { FastifyInstance } from 'fastify';
import type { Services } from './services.ts';

export function addRecordRoutes(app: FastifyInstance, services: Services): void {
  for (const entity of services.runtime.model.entities) {
    if (entity.exposure.rest) addRoutesOf(app, services, entity);
  }
}

function addRoutesOf(app: FastifyInstance, services: Services, entity: Entity): void {
  const { runtime, authenticate } = services;
  const schema = (summary: string, id: string) => ({
    operationId: `${entity.name}_${id}`,
    summary,
    tags: [entity.plural],
    security: [{ token: [] }],
  });

  app.get<{ Params: { id: string } }>(
    `/api/v1/${entity.plural}/:id`,
    { schema: schema(`Read a ${entity.label.one}`, 'read') },
    async (request, reply) => {
      const { workspace, actor } = await authenticate(request);
      const record = await readRecord(runtime, { workspace, actor, entity, id: request.params.id });
      return reply.header('etag', `"${textOf(record['seq'])}"`).send(record);
    },
  );

  app.get<{ Params: { id: string }; Querystring: { before?: string } }>(
    `/api/v1/${entity.plural}/:id/history`,
    { schema: schema(`History of a ${entity.label.one}, newest first`, 'history') },
    async (request) => {
      const { workspace, actor } = await authenticate(request);
      const record = await findRecord(runtime, { workspace, actor, entity, id: request.params.id });
      const state = await mustState(runtime, workspace);
      const shown = new Set(
        seenFields({ state, actor }, entity.name)
          .filter((field) => isReplicated(runtime.model, field))
          .map((field) => field.id),
      );
      const before = Number(request.query.before ?? Number.MAX_SAFE_INTEGER);
      if (!Number.isSafeInteger(before))
        throw new Refusal('invalid_input', { message: 'before takes the seq of a change.' });
      const items = await readHistory(runtime.database, workspace, { id: record.id, before });
      const trim = (values: object | null) =>
        values && Object.fromEntries(Object.entries(values).filter(([field]) => shown.has(field)));
      return {
        items: items.map((change) => ({ ...change, before: trim(change.before), after: trim(change.after) })),
      };
    },
  );
}
