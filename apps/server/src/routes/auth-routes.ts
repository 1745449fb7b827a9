import type { FastifyInstance, FastifyRequest } from 'fastify';
import { headersOf } from '../auth/authenticate.ts';
import { CLIENT_ADDRESS } from '../auth/make-auth.ts';
import type { Services } from './services.ts';

/** Of the library's routes only these are reachable: accounts are made by first run and invitations alone. */
const OPEN = [
  'sign-in/email',
  'sign-out',
  'get-session',
  'change-password',
  'list-sessions',
  'revoke-session',
  'revoke-other-sessions',
];

export function addAuthRoutes(app: FastifyInstance, { auth }: Services): void {
  for (const path of OPEN) {
    app.route({
      method: ['GET', 'POST'],
      url: `/api/auth/${path}`,
      schema: { hide: true },
      handler: async (request, reply) => {
        const url = new URL(request.url, auth.options.baseURL);
        const body =
          request.body === undefined || request.body === null ? {} : { body: JSON.stringify(request.body) };
        const response = await auth.handler(
          new Request(url, { method: request.method, headers: withAddress(request), ...body }),
        );
        reply.code(response.status);
        for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
        for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
        return reply.send(await response.text());
      },
    });
  }
}

function withAddress(request: FastifyRequest): Headers {
  const headers = headersOf(request);
  headers.set(CLIENT_ADDRESS, request.ip);
  return headers;
}
