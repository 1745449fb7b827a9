/** What share links show. No session is asked; guessing is slowed. */
import { Refusal } from '@throughline/contract';
import {
  findPublication,
  isLocked,
  isPass,
  noPublication,
  readPublished,
  unlock,
  type Publication,
  type PublishedPage,
  type Runtime,
} from '@throughline/operations';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from './services.ts';

export type NamedPage = { Params: { name: string } };

/** Attempts at a password, of one reader. */
export const ATTEMPTS = { max: 10, timeWindow: '1 minute' } as const;
export const READINGS = { max: 120, timeWindow: '1 minute' } as const;

export function addSharedRoutes(app: FastifyInstance, { runtime, url }: Services): void {
  app.get<NamedPage>(
    '/api/v1/shared/:name',
    {
      schema: { operationId: 'shared', summary: 'What a share link shows', tags: ['shares'] },
      config: { rateLimit: READINGS },
    },
    async (request, reply) => {
      const page = await openPage(runtime, request);
      return reply.header('cache-control', 'no-store').send(page);
    },
  );
  app.post<NamedPage & { Body: { password?: unknown } | null }>(
    '/api/v1/shared/:name/unlock',
    {
      schema: {
        operationId: 'shared_unlock',
        summary: 'Open a page that asks for a password: {password}',
        tags: ['shares'],
      },
      config: { rateLimit: ATTEMPTS },
    },
    async (request, reply) => {
      const password = request.body?.password;
      if (!(await tryPassword(runtime, reply, { name: request.params.name, password, url })))
        throw noPublication();
      return reply.code(204).send();
    },
  );
}

/** The page as this reader may see it. */
export async function openPage(runtime: Runtime, request: FastifyRequest<NamedPage>): Promise<PublishedPage> {
  const publication = await findPublication(runtime, request.params.name);
  if (publication === undefined) throw noPublication();
  if (isLocked(publication) && !isPass(runtime, publication, readPass(request, publication)))
    throw new Refusal('unauthenticated', {
      message: 'This page asks for a password.',
      why: 'Whoever shared it gave it one.',
      fix: 'Enter the password, or ask whoever sent you the link.',
    });
  return readPublished(runtime, publication);
}

type Attempt = { readonly name: string; readonly password: unknown; readonly url: string };

/** Whether the password opens the page; the reader's browser then keeps the pass. */
export async function tryPassword(
  runtime: Runtime,
  reply: FastifyReply,
  { name, password, url }: Attempt,
): Promise<boolean> {
  const publication = await findPublication(runtime, name);
  const pass = await unlock(runtime, publication, typeof password === 'string' ? password.slice(0, 200) : '');
  if (pass === null || publication === undefined) return false;
  const secure = url.startsWith('https:') ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${cookieName(publication)}=${pass}; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200${secure}`,
  );
  return true;
}

function readPass({ headers }: FastifyRequest<NamedPage>, publication: Publication): string {
  const start = `${cookieName(publication)}=`;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) ?? '';
}

function cookieName({ share }: Publication): string {
  return `throughline_page_${share.id}`;
}
