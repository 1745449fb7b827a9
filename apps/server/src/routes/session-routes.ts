/** First run, joining by invitation, and who I am. Signing in and out is the library's. */
import type { SessionInfo } from '@throughline/contract';
import { Refusal } from '@throughline/contract';
import {
  acceptInvitation,
  createWorkspace,
  executeWith,
  findInvitationWorkspace,
  isInstallationEmpty,
  readSession,
  SYSTEM,
} from '@throughline/operations';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { headersOf } from '../auth/authenticate.ts';
import { parseBody } from './parse-body.ts';
import type { Services } from './services.ts';

const setup = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  password: z.string().min(10).max(128),
  workspace: z.string().trim().min(1).max(200),
  zone: z.string().max(100).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});
const join = setup.pick({ name: true, email: true, password: true }).extend({ secret: z.string() });

export function addSessionRoutes(app: FastifyInstance, services: Services): void {
  const { runtime, authenticate, mailer } = services;

  app.get('/api/v1/setup', { schema: { hide: true } }, async () => ({
    isNeeded: await isInstallationEmpty(runtime.database),
  }));

  app.post(
    '/api/v1/setup',
    { schema: { hide: true }, config: { rateLimit: { max: 20, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const given = parseBody(setup, request.body);
      if (!(await isInstallationEmpty(runtime.database))) {
        throw new Refusal('not_possible', {
          message: 'This installation has a workspace already.',
          fix: 'Sign in, or ask an admin for an invitation.',
        });
      }
      const account = await signUp(services, { request, reply }, given);
      const { workspace: name, zone, currency, email } = given;
      const created = await createWorkspace(runtime, {
        name,
        admin: { name: given.name, email, account },
        ...(zone === undefined ? {} : { zone }),
        ...(currency === undefined ? {} : { currency }),
      });
      return reply.code(201).send(created);
    },
  );

  app.post(
    '/api/v1/join',
    { schema: { hide: true }, config: { rateLimit: { max: 20, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const { secret, ...given } = parseBody(join, request.body);
      const workspace = await workspaceOfInvitation(services, secret);
      const account = await signUp(services, { request, reply }, given);
      const { result } = await executeWith(
        runtime,
        {
          workspace,
          actor: SYSTEM,
          source: 'user',
          operation: 'invitation.accept',
          input: { secret, name: given.name, email: given.email, account },
        },
        acceptInvitation,
      );
      return reply.code(201).send({ workspace, ...result });
    },
  );

  app.get(
    '/api/v1/session',
    {
      schema: {
        operationId: 'session',
        summary: 'Who I am, what I may, and the fields there are',
        tags: ['session'],
        security: [{ token: [] }],
      },
    },
    async (request): Promise<SessionInfo> => {
      const { workspace, actor } = await authenticate(request);
      return { ...(await readSession(runtime, workspace, actor)), sendsMail: mailer !== null };
    },
  );
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };
type Account = { readonly name: string; readonly email: string; readonly password: string };

/** Makes an account, or proves an existing one by its password; hands the session cookie on. */
async function signUp(
  { auth }: Services,
  { request, reply }: Exchange,
  { name, email, password }: Account,
): Promise<string> {
  const headers = headersOf(request);
  const body = { name, email: email.toLowerCase(), password };
  const made = await auth.api.signUpEmail({ body, headers, asResponse: true });
  const response = made.ok ? made : await auth.api.signInEmail({ body, headers, asResponse: true });
  const { user } = (await response.json()) as { user?: { id: string } };
  if (!response.ok || user === undefined) {
    throw new Refusal('already_exists', {
      message: 'There is an account with this address.',
      why: 'The password is not the one of that account.',
      fix: 'Use its password, or another address.',
    });
  }
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return user.id;
}

async function workspaceOfInvitation({ runtime }: Services, secret: string): Promise<string> {
  const workspace = await findInvitationWorkspace(runtime.database, secret);
  if (workspace === null) throw new Refusal('expired', { message: 'This invitation is not valid.' });
  return workspace;
}
