import { CHANNELS_OF, type ChannelSetting } from '@throughline/connectors';
import { Refusal } from '@throughline/contract';
import { CONNECTORS } from '@throughline/model';
import { findRecord, keepSecrets } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseBody } from '../routes/parse-body.ts';
import type { Services } from '../routes/services.ts';

const secretsBody = z.record(z.string().max(40), z.string().trim().max(4000).nullable());

export function addConnectionRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/api/v1/connectors',
    {
      schema: {
        operationId: 'connector_list',
        summary: 'Programs of others that feedback can come from, and what each of them needs',
        tags: ['connections'],
        security: [{ token: [] }],
      },
    },
    async (request) => {
      await services.authenticate(request);
      return { items: CONNECTORS.map(describe) };
    },
  );
  addSecretRoute(app, services);
}

function describe({ key, name, replies }: (typeof CONNECTORS)[number]) {
  const { settings, secrets, hook } = CHANNELS_OF[key];
  return {
    key,
    name,
    replies,
    receives: hook !== undefined,
    settings: settings.map(present),
    secrets: secrets.map(present),
  };
}

function present({ name, label, isOptional = false, pattern, example }: ChannelSetting) {
  return {
    name,
    label,
    isOptional,
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
    ...(example === undefined ? {} : { example }),
  };
}

/** `POST /api/v1/connections/{id}/secrets`: what is given takes the place of what was; nothing tells it again. */
function addSecretRoute(app: FastifyInstance, { runtime, authenticate, channelSecrets }: Services): void {
  const entity = runtime.model.entity('connection');
  app.post<{ Params: { id: string } }>(
    '/api/v1/connections/:id/secrets',
    {
      schema: {
        operationId: 'connection_secrets',
        summary: 'Keep secrets of a connection, by name; null forgets one. They are never told',
        tags: ['connections'],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const { workspace, actor } = await authenticate(request);
      const { id, values } = await findRecord(runtime, { workspace, actor, entity, id: request.params.id });
      const given = parseBody(secretsBody, request.body);
      const key = CONNECTORS.find((each) => each.key === values['connector'])?.key;
      const declared = key === undefined ? [] : CHANNELS_OF[key].secrets;
      const sealed = Object.entries(given).map(([name, text]) => {
        mustFit(name, text, declared);
        const place = { workspace, channel: id, name };
        return [name, text === null || text === '' ? null : channelSecrets.seal(place, text)] as const;
      });
      const names = await keepSecrets(runtime, {
        workspace,
        actor,
        entity: 'connection',
        channel: id,
        sealed: Object.fromEntries(sealed),
      });
      return reply.header('cache-control', 'no-store').send({ id, secretNames: names });
    },
  );
}

function mustFit(name: string, text: string | null, declared: readonly ChannelSetting[]): void {
  const secret = declared.find((each) => each.name === name);
  if (secret === undefined)
    throw new Refusal('invalid_value', {
      message: `There is no secret “${name}” here.`,
      fix: `It takes ${declared.map((each) => each.name).join(', ')}.`,
      details: { field: name, code: 'unknown' },
    });
  if (text === null || text === '' || (secret.pattern?.test(text) ?? true)) return;
  throw new Refusal('invalid_value', {
    message: `This is not the form of “${secret.label}”.`,
    details: { field: name, code: 'not_of_the_form' },
  });
}
