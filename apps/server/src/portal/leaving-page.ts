/** The end of a link in a mail by which a customer is told nothing more (RFC 8058 for programs that press it). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html, type Html } from '../publish/escape.ts';
import { READING, WRITING, type PortalServices } from './portal-pages.ts';
import type { Purpose } from './portal-keys.ts';
import { PORTAL_STYLE } from './portal-style.ts';
import { wordsIn } from './portal-words.ts';

export type LeavingPage = {
  readonly path: string;
  /** Of links whose claims are workspace, whom or what it is about, and language. */
  readonly purpose: Purpose;
  readonly wordsOf: (language: string | undefined) => LeavingWords;
  readonly leave: (workspace: string, of: string) => Promise<void>;
};

type LeavingWords = { readonly title: string; readonly leave: string; readonly left: string };

type Leaving = {
  readonly workspace: string;
  readonly of: string;
  readonly language: string | undefined;
  readonly token: string;
};

export function addLeavingPage(
  app: FastifyInstance,
  { runtime, keys }: PortalServices,
  { path, purpose, wordsOf, leave }: LeavingPage,
): void {
  const open = (request: FastifyRequest): Leaving | null => {
    const { token = '' } = request.query as { readonly token?: string };
    const [workspace, of, language] = keys.open(purpose, String(token), runtime.ids.now()) ?? [];
    return workspace === undefined || of === undefined
      ? null
      : { workspace, of, language, token: String(token) };
  };
  const send = (reply: FastifyReply, language: string | undefined, content: Html): FastifyReply =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(simplePage(wordsIn(language).language, wordsOf(language).title, content));
  const sendOver = (reply: FastifyReply): FastifyReply =>
    send(reply.code(410), 'en', html`<h1>${wordsIn('en').notFound}</h1>`);
  app.get(path, { schema: { hide: true }, config: { rateLimit: READING } }, async (request, reply) => {
    const leaving = open(request);
    if (leaving === null) return sendOver(reply);
    const words = wordsOf(leaving.language);
    const form = html`<h1>${words.title}</h1>
      <form method="post" action="${path}?token=${leaving.token}">
        <button class="primary">${words.leave}</button>
      </form>`;
    return send(reply, leaving.language, form);
  });
  app.post(path, { schema: { hide: true }, config: { rateLimit: WRITING } }, async (request, reply) => {
    const leaving = open(request);
    if (leaving === null) return sendOver(reply);
    await leave(leaving.workspace, leaving.of);
    return send(reply, leaving.language, html`<h1>${wordsOf(leaving.language).left}</h1>`);
  });
}

function simplePage(language: string, title: string, content: Html): string {
  const head = html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <link rel="stylesheet" href="${PORTAL_STYLE.path}" />`;
  const body = html`<main>${content}</main>`;
  return `<!doctype html><html lang="${language}"><head>${head.markup}</head><body>${body.markup}</body></html>`;
}
