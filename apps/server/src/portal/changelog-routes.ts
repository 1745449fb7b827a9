/** What was published, for reading and for feed readers. */
import { readChangelog, readEntry, type ChangelogEntry } from '@throughline/operations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Html } from '../publish/escape.ts';
import { renderMarkdown } from '../publish/render-markdown.ts';
import { changelogWordsIn } from './changelog-words.ts';
import { makeJsonFeed, renderAtom, renderRss, type FeedParts } from './portal-feeds.ts';
import { enterPlace, READING, sendPage, type PortalServices } from './portal-pages.ts';
import type { PortalParams, PortalPlace } from './portal-request.ts';
import { freshForm } from './read-form.ts';
import {
  changelogAddress,
  renderChangelog,
  renderEntry,
  renderSubscribe,
  type ChangelogChoice,
  type ShownEntry,
} from './render-changelog.ts';

type OfEntry = { Params: PortalParams['Params'] & { entry: string } };
type Show = (entry: ChangelogEntry) => ShownEntry;
const reading = { schema: { hide: true }, config: { rateLimit: READING } } as const;
/** Deeper pages nobody turns to by hand. */
const MOST_PAGES = 1000;

export function addChangelogRoutes(app: FastifyInstance, doors: PortalServices): void {
  const { runtime, url, mailer } = doors;
  const show = makeShow(doors);
  const subscribing = (place: PortalPlace): Html =>
    renderSubscribe(place, freshForm(), mailer === null ? 'no_mail' : 'ask');
  app.get<PortalParams>('/portal/:slug/changelog', reading, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const choice = readChoice(request);
    const { entries, ...page } = await readChangelog(runtime, place.visit, choice);
    const shown = { ...page, entries: entries.map(show), choice };
    const words = changelogWordsIn(place.words.language);
    return sendPage(reply, place, {
      title: words.changelog,
      about: words.changelogAbout,
      at: 'changelog',
      address: `${url}${changelogAddress(place.path, choice)}`,
      content: renderChangelog(place, shown, subscribing(place)),
    });
  });
  app.get<OfEntry>('/portal/:slug/changelog/:entry', reading, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const entry = await readEntry(runtime, place.visit, request.params.entry);
    return sendPage(reply, place, {
      title: entry.title,
      about: entry.text.slice(0, 300),
      at: 'changelog',
      address: `${url}${place.path}/changelog/${entry.id}`,
      content: renderEntry(place, show(entry), subscribing(place)),
    });
  });
  addChangelogFeeds(app, doors, show);
}

function addChangelogFeeds(app: FastifyInstance, doors: PortalServices, show: Show): void {
  const readFeed = async (request: FastifyRequest): Promise<FeedParts> => {
    const place = await enterPlace(doors, request);
    const { entries } = await readChangelog(doors.runtime, place.visit, { category: undefined, page: 1 });
    const items = entries.map(show).map(({ id, title, text, at, content }) => {
      return { id, title, path: `/changelog/${id}`, at, text, markup: content.markup };
    });
    const title = changelogWordsIn(place.words.language).changelog;
    return { place, title, home: '/changelog', feed: '/changelog', items, url: doors.url };
  };
  app.get('/portal/:slug/changelog.atom', reading, async (request, reply) =>
    reply.type('application/atom+xml; charset=utf-8').send(renderAtom(await readFeed(request))),
  );
  app.get('/portal/:slug/changelog.rss', reading, async (request, reply) =>
    reply.type('application/rss+xml; charset=utf-8').send(renderRss(await readFeed(request))),
  );
  app.get('/portal/:slug/changelog.json', reading, async (request, reply) =>
    reply
      .type('application/feed+json; charset=utf-8')
      .send(JSON.stringify(makeJsonFeed(await readFeed(request)))),
  );
}

function readChoice(request: FastifyRequest): ChangelogChoice {
  const { category, page } = request.query as { readonly category?: unknown; readonly page?: unknown };
  return {
    category: typeof category === 'string' && category !== '' ? category.slice(0, 200) : undefined,
    page: Math.min(Math.max(1, Math.floor(Number(page ?? 1)) || 1), MOST_PAGES),
  };
}

/** Texts that are held as HTML; the one that nobody has asked for the longest goes. */
const MOST_HELD = 200;

function makeShow({ runtime }: PortalServices): Show {
  const held = new Map<string, Html>();
  return (entry) => {
    const content = held.get(entry.text) ?? renderMarkdown(runtime.documents(), entry.text);
    held.delete(entry.text);
    held.set(entry.text, content);
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
    return { ...entry, content };
  };
}
