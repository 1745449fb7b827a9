/** Published pages for browsers: read without scripts, taken over by the app where there are, embedded where allowed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@throughline/contract';
import { findPublication, type Runtime } from '@throughline/operations';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PAGE_STYLE_HASH } from '../publish/page-style.ts';
import { renderContent, renderEnd, renderLock, wholePage, withinApp } from '../publish/render-page.ts';
import type { Html } from '../publish/escape.ts';
import type { Services } from './services.ts';
import { ATTEMPTS, openPage, READINGS, tryPassword, type NamedPage } from './shared-routes.ts';

export async function addPublishedRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { runtime, webDirectory, url } = services;
  const shell = readShell(webDirectory);

  app.get<NamedPage>(
    '/shared/:name',
    { schema: { hide: true }, config: { rateLimit: READINGS } },
    async (request, reply) => {
      const { title, content, status } = await contentOf(runtime, request);
      const page = shell === null ? wholePage(title, content) : withinApp(shell, title, content);
      return sendPage(reply, request, { page, status });
    },
  );
  app.get<NamedPage>(
    '/embed/:name',
    { schema: { hide: true }, config: { rateLimit: READINGS } },
    async (request, reply) => {
      const frames = await framesOf(runtime, request.params.name);
      // Nowhere else may pages of this server be framed; here only where the person who shared it said so.
      const ancestors = frames.length === 0 ? "'none'" : frames.join(' ');
      const { title, content, status } =
        frames.length === 0 ? endOf(request.params.name) : await contentOf(runtime, request);
      reply.removeHeader('x-frame-options');
      reply.header('content-security-policy', embedPolicy(ancestors));
      return sendPage(reply, request, { page: wholePage(title, content), status });
    },
  );
  await app.register(async (scope) => {
    const readForm = { parseAs: 'string' } as const;
    scope.addContentTypeParser('application/x-www-form-urlencoded', readForm, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    });
    scope.post<NamedPage & { Body: { password?: unknown } | null }>(
      '/shared/:name',
      { schema: { hide: true }, config: { rateLimit: ATTEMPTS } },
      async (request, reply) => {
        const { name } = request.params;
        const isOpen = await tryPassword(runtime, reply, { name, password: request.body?.password, url });
        if (isOpen) return reply.redirect(`/shared/${encodeURIComponent(name)}`, 303);
        const { title, content, status } = endOf(name);
        return sendPage(reply, request, { page: wholePage(title, content), status });
      },
    );
  });
}

type Content = { readonly title: string; readonly content: Html; readonly status: number };

async function contentOf(runtime: Runtime, request: FastifyRequest<NamedPage>): Promise<Content> {
  const { name } = request.params;
  try {
    const page = await openPage(runtime, request);
    return { title: page.title, content: renderContent(runtime.model, page), status: 200 };
  } catch (error) {
    // What a page refuses is told in words of its own; anything else is no matter of the page.
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'unauthenticated')
      return { title: 'Throughline', content: renderLock(name), status: 401 };
    if (error.code !== 'expired') throw error;
    return endOf(name);
  }
}

function endOf(name: string): Content {
  return { title: 'Throughline', content: renderEnd(name), status: 410 };
}

function sendPage(
  reply: FastifyReply,
  { params }: FastifyRequest<NamedPage>,
  { page, status }: { readonly page: string; readonly status: number },
): FastifyReply {
  // A secret address is nothing for search engines; a public one is.
  if (params.name.includes('_')) reply.header('x-robots-tag', 'noindex');
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}

async function framesOf(runtime: Runtime, name: string): Promise<readonly string[]> {
  const publication = await findPublication(runtime, name);
  return (publication?.share.values['frames'] ?? []) as readonly string[];
}

/** Text and its style, and nothing that runs, loads or sends. */
function embedPolicy(ancestors: string): string {
  return `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`;
}

function readShell(webDirectory: string | null): string | null {
  if (webDirectory === null) return null;
  try {
    return readFileSync(join(webDirectory, 'index.html'), 'utf8');
  } catch {
    // Without a built app the API is served alone, and pages stand on their own.
    return null;
  }
}
