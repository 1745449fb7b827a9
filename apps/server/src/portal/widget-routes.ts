/** What the widget asks and sends, from pages of the sites that a portal allows. */
import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { enterPortal, submitPost, voteForPost, type PortalPost } from '@throughline/operations';
import type { FastifyError, FastifyInstance } from 'fastify';
import type { Services } from '../routes/services.ts';
import { toRefusal } from '../routes/refusals.ts';
import { readAppToken } from './app-token.ts';
import { READING, WRITING, type PortalServices } from './portal-pages.ts';
import type { PortalParams, PortalPlace } from './portal-request.ts';
import { inkOn } from './portal-style.ts';
import { wordsIn } from './portal-words.ts';
import { onceOf, type Given } from './read-form.ts';
import { readSite } from './read-site.ts';
import { enterWidget, openWidget, widgetSession } from './widget-request.ts';
import { widgetWordsIn } from './widget-words.ts';

type WidgetDoors = PortalServices & Pick<Services, 'blobs'>;
type OfPost = { Params: PortalParams['Params'] & { key: string } };

const reading = { schema: { hide: true }, config: { rateLimit: READING } } as const;
/** A picture in base64, and the words. */
const writing = { schema: { hide: true }, config: { rateLimit: WRITING }, bodyLimit: 3_000_000 } as const;
const MOST_TITLE = 200;

export async function addWidgetRoutes(app: FastifyInstance, doors: WidgetDoors): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const refusal = toRefusal(error);
      if (refusal.code === 'internal') request.log.error(error);
      // Told to any page: it is about the reader's own haste, and nothing of the portal.
      if (refusal.code === 'rate_limited') reply.header('access-control-allow-origin', '*');
      return reply.code(refusal.status).send(refusal.body);
    });
    addPreflight(scope);
    addReadings(scope, doors);
    addWritings(scope, doors);
  });
}

/** Whether the site is allowed is told by the answer to the request itself. */
function addPreflight(app: FastifyInstance): void {
  app.options('/portal/:slug/widget/*', reading, async (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-origin', '*')
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', '600')
      .send(),
  );
}

function addReadings(app: FastifyInstance, doors: WidgetDoors): void {
  app.get<PortalParams>('/portal/:slug/widget', reading, async (request, reply) => {
    const place = await openWidget(doors, request, reply);
    const { language } = request.query as { readonly language?: string };
    return reply.header('cache-control', 'private, max-age=60').send(describe(place, language));
  });
  app.get<PortalParams>('/portal/:slug/widget/similar', reading, async (request, reply) => {
    const place = await enterWidget(doors, request, reply);
    const { title = '' } = request.query as { readonly title?: string };
    const posts = await doors.pages.similar(place.visit, title.slice(0, MOST_TITLE));
    return reply.header('cache-control', 'no-store').send({ posts: posts.map(describePost) });
  });
}

function addWritings(app: FastifyInstance, doors: WidgetDoors): void {
  const { runtime } = doors;
  app.post<PortalParams>('/portal/:slug/widget/enter', writing, async (request, reply) => {
    const place = await openWidget(doors, request, reply);
    const { portal } = place.visit;
    const { keyTurn } = portal.values;
    if (typeof keyTurn !== 'number') throw new Refusal('expired');
    const claim = await readAppToken(
      readJson(request.body)['token'] ?? '',
      doors.keys.appKey(portal.id, keyTurn),
    );
    return widgetSession(doors, place, await enterPortal(runtime, place.visit, claim));
  });
  app.post<PortalParams>('/portal/:slug/widget/requests', writing, async (request, reply) => {
    const place = await enterWidget(doors, request, reply);
    const { visit } = place;
    if (visit.contact === null && visit.portal.values['anonymous'] !== true)
      throw new Refusal('unauthenticated');
    const given = readJson(request.body);
    const { title = '', body = '', email = '' } = given;
    const site = await readSite(doors.blobs, given);
    const input = { title, body, site, ...(email === '' ? {} : { email }), ...onceOf(given) };
    const { isWaiting } = await submitPost(runtime, visit, input);
    return reply.code(201).send({ isWaiting });
  });
  app.post<OfPost>('/portal/:slug/widget/requests/:key/vote', writing, async (request, reply) => {
    const { visit } = await enterWidget(doors, request, reply);
    const isFor = readJson(request.body)['for'] !== 'no';
    await voteForPost(runtime, visit, { post: request.params.key, isFor });
    return { hasVoted: isFor };
  });
}

/** Texts alone: the widget sends nothing else. */
function readJson(body: unknown): Given {
  const entries = Object.entries((body ?? {}) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function describe({ visit, path }: PortalPlace, language: string | undefined) {
  const { name, color, anonymous, access, language: own } = visit.portal.values;
  const words = wordsIn(language ?? own);
  const { problem, whatDoYouWish, titleHint, tellMore, tellMoreHint, email, emailHint, send } = words;
  const { isItOneOfThese, vote, voted, thanks, willBeRead, mustSignIn, slowDown } = words;
  return {
    name: textOf(name),
    path,
    language: words.language,
    ...(typeof color === 'string' ? { color, ink: inkOn(color) } : {}),
    isForAll: anonymous === true && access !== 'signed_in',
    words: {
      whatDoYouWish,
      titleHint,
      tellMore,
      tellMoreHint,
      email,
      emailHint,
      send,
      isItOneOfThese,
      vote,
      voted,
      thanks,
      willBeRead,
      mustSignIn,
      slowDown,
      problems: problem,
      ...widgetWordsIn(words.language),
    },
  };
}

function describePost({ key, title, votes, hasVoted }: PortalPost) {
  return { key, title, votes, hasVoted };
}
