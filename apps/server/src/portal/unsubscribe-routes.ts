/** The end of the links in mails by which a customer is told nothing more (RFC 8058 for programs that press it). */
import { unsubscribe } from '@throughline/operations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { html, type Html } from '../publish/escape.ts';
import { READING, WRITING, type PortalServices } from './portal-pages.ts';
import { PORTAL_STYLE } from './portal-style.ts';
import { wordsIn, type PortalWords } from './portal-words.ts';

type Leaving = {
  readonly workspace: string;
  readonly contact: string;
  readonly words: PortalWords;
  readonly token: string;
};

export function addUnsubscribeRoutes(app: FastifyInstance, { runtime, keys }: PortalServices): void {
  const open = (request: FastifyRequest): Leaving | null => {
    const { token = '' } = request.query as { readonly token?: string };
    const [workspace, contact, language] = keys.open('leave', String(token), runtime.ids.now()) ?? [];
    return workspace === undefined || contact === undefined
      ? null
      : { workspace, contact, token, words: wordsIn(language) };
  };
  app.get(
    '/unsubscribe',
    { schema: { hide: true }, config: { rateLimit: READING } },
    async (request, reply) => {
      const leaving = open(request);
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
      if (leaving === null)
        return reply.code(410).send(simplePage(wordsIn('en'), html`<h1>${wordsIn('en').notFound}</h1>`));
      const { words, token } = leaving;
      const form = html`<h1>${words.leaveTitle}</h1>
        <form method="post" action="/unsubscribe?token=${token}">
          <button class="primary">${words.leave}</button>
        </form>`;
      return reply.send(simplePage(words, form));
    },
  );
  app.post(
    '/unsubscribe',
    { schema: { hide: true }, config: { rateLimit: WRITING } },
    async (request, reply) => {
      const leaving = open(request);
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
      if (leaving === null)
        return reply.code(410).send(simplePage(wordsIn('en'), html`<h1>${wordsIn('en').notFound}</h1>`));
      await unsubscribe(runtime, leaving);
      return reply.send(simplePage(leaving.words, html`<h1>${leaving.words.left}</h1>`));
    },
  );
}

function simplePage(words: PortalWords, content: Html): string {
  const head = html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${words.leaveTitle}</title>
    <link rel="stylesheet" href="${PORTAL_STYLE.path}" />`;
  const body = html`<main>${content}</main>`;
  return `<!doctype html><html lang="${words.language}"><head>${head.markup}</head><body>${body.markup}</body></html>`;
}
