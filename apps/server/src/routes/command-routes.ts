/** A route for every operation in the catalogue. Thin: authenticate, execute, answer. */
import type { Json } from '@throughline/base';
import { commandsOf, Refusal, type Operation } from '@throughline/contract';
import { execute, findRecord, type Outcome } from '@throughline/operations';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../auth/authenticate.ts';
import { documentRoute } from './route-schema.ts';
import type { Services } from './services.ts';

/** Its route takes an upload: import-routes.ts. */
const NEEDS_FILE = 'import.create';

export function addCommandRoutes(app: FastifyInstance, services: Services): void {
  for (const operation of commandsOf(services.runtime.model)) {
    if (operation.name !== NEEDS_FILE) addCommandRoute(app, services, operation);
  }
}

function addCommandRoute(app: FastifyInstance, services: Services, operation: Operation): void {
  app.route<{ Params: { id?: string } }>({
    method: operation.method,
    url: `/api/v1${operation.path.replace('{id}', ':id')}`,
    schema: documentRoute(operation),
    handler: async (request, reply) => {
      const session = await services.authenticate(request);
      const id =
        request.params.id === undefined
          ? undefined
          : await resolveId(services, session, { operation, id: request.params.id });
      const outcome = await execute(services.runtime, {
        workspace: session.workspace,
        actor: session.actor,
        operation: operation.name,
        ...(id === undefined ? {} : { id }),
        ...(request.body === undefined || request.body === null ? {} : { input: request.body as Json }),
        ...writeOptions(request, session),
      });
      return answer(reply, operation.status, outcome);
    },
  });
}

const SOURCES = { token: 'api', cookie: 'user', local: 'cli' } as const;

/** What headers say of any write. */
export function writeOptions(request: FastifyRequest, session: Session) {
  const { 'idempotency-key': key, 'if-match': match, 'x-cause': cause } = request.headers;
  const seq = match === undefined ? undefined : Number(String(match).replaceAll('"', ''));
  if (seq !== undefined && !Number.isSafeInteger(seq))
    throw new Refusal('invalid_input', { message: 'If-Match takes a record’s seq.' });
  if (typeof key === 'string' && (key.length === 0 || key.length > 200)) {
    throw new Refusal('invalid_input', { message: 'An Idempotency-Key has 1 to 200 characters.' });
  }
  return {
    source: SOURCES[session.kind],
    ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
    ...(seq === undefined ? {} : { ifMatch: seq }),
    ...(typeof cause === 'string' && /^act_[0-9a-z]{26}$/.test(cause) ? { cause } : {}),
  };
}

export function answer(reply: FastifyReply, status: number, outcome: Outcome): FastifyReply {
  return reply
    .code(status)
    .header('x-cause', outcome.cause)
    .header('x-seq', outcome.seq)
    .header('x-repeat', outcome.isRepeat ? '1' : '0')
    .send(outcome.result);
}

type Wanted = { readonly operation: Operation; readonly id: string };

/** Records with keys may be addressed by key. */
async function resolveId(
  { runtime }: Services,
  { workspace, actor }: Session,
  { operation, id }: Wanted,
): Promise<string> {
  if (!operation.entity.hasKey || id.includes('_')) return id;
  return (await findRecord(runtime, { workspace, actor, entity: operation.entity, id })).id;
}
