import { textOf } from '@throughline/base';
import { CHANNELS_OF, type ChannelSetting } from '@throughline/connectors';
import { Refusal } from '@throughline/contract';
import { CONNECTORS } from '@throughline/model';
import { findRecord, keepSecrets, MAILBOX_SECRET } from '@throughline/operations';
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
  addSecretRoute(app, services, 'connection');
  addSecretRoute(app, services, 'mailbox');
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

/** `POST /api/v1/connections/{id}/secrets`, and the same for mailboxes. */
function addSecretRoute(app: FastifyInstance, services: Services, name: 'connection' | 'mailbox'): void {
  const entity = services.runtime.model.entity(name);
  app.post<{ Params: { id: string } }>(
    `/api/v1/${entity.plural}/:id/secrets`,
    {
      schema: {
        operationId: `${name}_secrets`,
        summary: `Keep secrets of a ${name}, by name; null forgets one. They are never told`,
        tags: [entity.plural],
        security: [{ token: [] }],
      },
    },
    async (request, reply) => {
      const given = parseBody(secretsBody, request.body);
      const place = { ...(await services.authenticate(request)), entity, id: request.params.id };
      const names = await replaceSecrets(services, { ...place, name, given });
      return reply.header('cache-control', 'no-store').send({ id: place.id, secretNames: names });
    },
  );
}

type GivenSecrets = Parameters<typeof findRecord>[1] & {
  readonly name: 'connection' | 'mailbox';
  readonly given: z.infer<typeof secretsBody>;
};

/** What is given takes the place of what was; nothing tells it again. A mailbox's opens for its own server alone. */
async function replaceSecrets(
  { runtime, channelSecrets }: Services,
  { name, given, ...place }: GivenSecrets,
): Promise<readonly string[]> {
  const { id, values } = await findRecord(runtime, place);
  const { workspace, actor } = place;
  const declared = name === 'mailbox' ? MAILBOX_SECRETS : secretsOf(values['connector']);
  const sealed = Object.entries(given).map(([secret, text]) => {
    mustFit(secret, text, declared);
    const isForgotten = text === null || text === '';
    const owner = name === 'mailbox' ? `${secret} ${textOf(values['imapHost'] ?? '')}` : secret;
    const spot = { workspace, channel: id, name: owner };
    return [secret, isForgotten ? null : channelSecrets.seal(spot, text)] as const;
  });
  const kept = { workspace, actor, entity: name, channel: id, sealed: Object.fromEntries(sealed) };
  return keepSecrets(runtime, kept);
}

const MAILBOX_SECRETS: readonly ChannelSetting[] = [
  { name: MAILBOX_SECRET, label: 'Password of the IMAP user' },
];

function secretsOf(connector: unknown): readonly ChannelSetting[] {
  const key = CONNECTORS.find((each) => each.key === connector)?.key;
  return key === undefined ? [] : CHANNELS_OF[key].secrets;
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
