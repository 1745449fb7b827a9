/**
 * `POST /hooks/<connector>/<connection>`: what other programs tell. A message is answered for once it is kept; what
 * cannot be kept now is answered with 503, and comes again.
 */
import { OutsideFault, type HookAnswer, type Said } from '@throughline/connectors';
import {
  findConnection,
  noteChannelFault,
  receiveWord,
  wakeChannel,
  type FoundConnection,
} from '@throughline/operations';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../routes/services.ts';
import { openConnection, type OpenedConnection } from './open-access.ts';

const MOST_BYTES = 1_048_576;
const MOST_A_MINUTE = 1200;

type HookParams = { Params: { connector: string; id: string } };

export async function addHookRoutes(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    const config = { rateLimit: { max: MOST_A_MINUTE, timeWindow: '1 minute' } };
    const url = '/hooks/:connector/:id';
    scope.post<HookParams>(url, { config, schema: { hide: true } }, (request, reply) =>
      takeHook(services, request, reply),
    );
    // Intercom looks whether somebody is there before it sends anything.
    scope.head<HookParams>(url, { config, schema: { hide: true } }, async (request, reply) =>
      reply.code((await findHook(services, request)) ? 200 : 404).send(),
    );
  });
}

type Found = OpenedConnection & { readonly found: FoundConnection };

async function findHook(
  services: Services,
  { params }: { readonly params: HookParams['Params'] },
): Promise<Found | undefined> {
  const found = await findConnection(services.runtime, params.id);
  if (found === undefined || found.connector !== params.connector) return undefined;
  const opened = openConnection(services, found);
  return opened?.channel.hook === undefined ? undefined : { found, ...opened };
}

async function takeHook(
  services: Services,
  request: FastifyRequest<HookParams>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { runtime, url } = services;
  const hook = await findHook(services, request);
  if (hook === undefined) return reply.code(404).send();
  const { found, channel, access } = hook;
  const asked = {
    method: request.method,
    urls: [url, `${request.protocol}://${request.host}`].map((origin) => `${origin}${request.url}`),
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    now: runtime.ids.now(),
  };
  if (channel.hook?.isGenuine(asked, access.secrets) !== true) {
    await noteFault(services, found, 'A request came with a wrong signature, and was not read.');
    return reply.code(401).send();
  }
  if (found.connection.values['paused'] === true) return askToRetry(reply);
  try {
    const { said, answer } = await channel.hook.read(asked, access);
    await keep(services, found, said);
    return thank(reply, answer);
  } catch (error) {
    // The vendor sends it again: until then what is wrong is shown to those who look after the connection.
    if (!(error instanceof OutsideFault)) request.log.error(error);
    const why =
      error instanceof OutsideFault ? error.message : 'A message could not be kept, and comes again.';
    await noteFault(services, found, why);
    return askToRetry(reply);
  }
}

async function keep({ runtime }: Services, found: FoundConnection, said: readonly Said[]): Promise<void> {
  for (const word of said) await receiveWord(runtime, found, word);
  if (said.length > 0) await wakeChannel(runtime.database, placeOf(found));
}

function thank(reply: FastifyReply, answer: HookAnswer | undefined): FastifyReply {
  if (answer === undefined) return reply.code(200).send();
  return reply.code(200).type(`${answer.type}; charset=utf-8`).send(answer.body);
}

/** Zendesk tries again only where it is told when, and that is within a minute. */
function askToRetry(reply: FastifyReply): FastifyReply {
  return reply.code(503).header('retry-after', '30').send();
}

async function noteFault({ runtime }: Services, found: FoundConnection, fault: string): Promise<void> {
  const at = new Date(runtime.ids.now()).toISOString();
  await noteChannelFault(runtime.database, placeOf(found), { fault, at });
}

function placeOf({ workspace, connection }: FoundConnection) {
  return { workspace, channel: connection.id };
}
