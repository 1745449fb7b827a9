import type { FastifyInstance, FastifyRequest } from 'fastify';
import { makeJsonFeed, renderAtom, renderRss, type FeedParts } from './portal-feeds.ts';
import { readQuery } from './posts-query.ts';
import { enterPlace, READING, type PortalServices } from './portal-pages.ts';

const reading = { schema: { hide: true }, config: { rateLimit: READING } } as const;

export function addPortalFeeds(app: FastifyInstance, doors: PortalServices): void {
  const readFeed = async (request: FastifyRequest): Promise<FeedParts> => {
    const place = await enterPlace(doors, request);
    const stranger = { ...place.visit, contact: null };
    const { posts } = await doors.pages.read(stranger, { ...readQuery({}), sort: 'new' });
    const items = posts.map(({ id, key, title, body, at }) => {
      return { id, title, path: `/requests/${key}`, at, text: body };
    });
    return { place, home: '', feed: '/feed', items, url: doors.url };
  };
  app.get('/portal/:slug/feed.atom', reading, async (request, reply) =>
    reply.type('application/atom+xml; charset=utf-8').send(renderAtom(await readFeed(request))),
  );
  app.get('/portal/:slug/feed.rss', reading, async (request, reply) =>
    reply.type('application/rss+xml; charset=utf-8').send(renderRss(await readFeed(request))),
  );
  app.get('/portal/:slug/feed.json', reading, async (request, reply) =>
    reply
      .type('application/feed+json; charset=utf-8')
      .send(JSON.stringify(makeJsonFeed(await readFeed(request)))),
  );
}
