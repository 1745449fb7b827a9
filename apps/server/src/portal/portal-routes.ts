/** Portals: pages for customers that need no script, behind a policy that lets none run. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../routes/services.ts';
import { addChangelogRoutes } from './changelog-routes.ts';
import { addPortalFeeds } from './feed-routes.ts';
import { addPostRoutes } from './post-routes.ts';
import { addPortalKeyRoutes } from './portal-key-routes.ts';
import { READING, sendPage, type PortalServices } from './portal-pages.ts';
import { openPlace, type PortalParams, type PortalPlace } from './portal-request.ts';
import { makePostPages } from './post-pages.ts';
import { brandStyle, PORTAL_STYLE } from './portal-style.ts';
import { wordsIn } from './portal-words.ts';
import { renderEnd, renderLinkOver } from './render-forms.ts';
import { addRoadmapPage } from './roadmap-routes.ts';
import { addSubscribeRoutes } from './subscribe-routes.ts';
import { addUnsubscribeRoutes } from './unsubscribe-routes.ts';
import { addSignInRoutes } from './sign-in-routes.ts';
import { addWidgetRoutes } from './widget-routes.ts';
import { toRefusal } from '../routes/refusals.ts';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export async function addPortalRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { runtime, portalKeys: keys, url, mailer, texts } = services;
  const doors: PortalServices = { runtime, keys, url, mailer, pages: makePostPages(runtime, texts) };
  app.get(PORTAL_STYLE.path, { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('text/css; charset=utf-8')
      .send(PORTAL_STYLE.text),
  );
  addPortalKeyRoutes(app, services);
  await addWidgetRoutes(app, { ...doors, blobs: services.blobs });
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 200_000 },
      (_request, body, done) => {
        done(null, Object.fromEntries(new URLSearchParams(String(body))));
      },
    );
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', POLICY);
      reply.header('referrer-policy', 'same-origin');
    });
    scope.setErrorHandler((error: FastifyError, request, reply) => sendRefusal(doors, request, reply, error));
    scope.get<PortalParams>(
      '/portal/:slug/brand.css',
      { schema: { hide: true }, config: { rateLimit: READING } },
      async (request, reply) => {
        const { visit } = await openPlace(doors, request);
        return reply
          .header('cache-control', 'public, max-age=60')
          .type('text/css; charset=utf-8')
          .send(brandStyle(visit.portal.values['color']));
      },
    );
    addPostRoutes(scope, doors);
    addSignInRoutes(scope, doors);
    addRoadmapPage(scope, doors);
    addPortalFeeds(scope, doors);
    addChangelogRoutes(scope, doors);
    addSubscribeRoutes(scope, doors);
    addUnsubscribeRoutes(scope, doors);
  });
}

/** What cannot go on is told on a page of the portal, in its language. */
async function sendRefusal(
  doors: PortalServices,
  request: FastifyRequest,
  reply: FastifyReply,
  error: FastifyError,
): Promise<FastifyReply> {
  const refusal = toRefusal(error);
  if (refusal.code === 'internal') request.log.error(error);
  const place = await openPlace(doors, request).catch(() => null);
  if (place === null) {
    const words = wordsIn(preferred(request));
    return reply.code(404).type('text/plain; charset=utf-8').send(words.notFound);
  }
  if (refusal.code === 'unauthenticated')
    return reply.redirect(`${place.path}/sign-in?to=${encodeURIComponent(backOf(place))}`, 303);
  const { words } = place;
  const text = { not_found: words.notFound, rate_limited: words.slowDown }[refusal.code as string];
  const isOver = refusal.code === 'expired';
  const title = isOver ? words.linkOver : (text ?? refusal.message);
  const content = isOver ? renderLinkOver(place) : renderEnd(place, title);
  return sendPage(reply, place, { title, content }, refusal.status);
}

/** Where somebody goes on who had to sign in first. */
function backOf({ here }: PortalPlace): string {
  return here.replace(/\/(?:vote|comments)$/, '').replace(/^\/requests$/, '/new');
}

function preferred({ headers }: FastifyRequest): string {
  return (headers['accept-language'] ?? 'en').slice(0, 2).toLowerCase();
}
