/** Requests of a portal: looked through, asked, voted for, talked about. */
import { textOf } from '@throughline/base';
import { commentOnPost, findLeadingPost, readPost, submitPost, voteForPost } from '@throughline/operations';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { enterPlace, READING, safePath, sendPage, WRITING, type PortalServices } from './portal-pages.ts';
import type { PortalParams, PortalPlace } from './portal-request.ts';
import { addressOf, readQuery } from './posts-query.ts';
import { freshForm, onceOf, readGiven, refusedForm, type Form } from './read-form.ts';
import { renderEnd, renderNewPost } from './render-forms.ts';
import { renderPost, renderPosts } from './render-posts.ts';

type OfPost = { Params: PortalParams['Params'] & { key: string } };
const reading = { schema: { hide: true }, config: { rateLimit: READING } } as const;
const writing = { schema: { hide: true }, config: { rateLimit: WRITING } } as const;

export function addPostRoutes(app: FastifyInstance, doors: PortalServices): void {
  addPostPages(app, doors);
  addPostForms(app, doors);
}

function addPostPages(app: FastifyInstance, doors: PortalServices): void {
  const { url } = doors;
  app.get<PortalParams>('/portal/:slug', reading, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const query = readQuery(request.query);
    const page = await doors.pages.read(place.visit, query);
    const { values } = place.visit.portal;
    const isForAll = query.search === '' && !query.isMine;
    return sendPage(reply, place, {
      title: textOf(values['name']),
      about: textOf(values['intro'] ?? ''),
      content: renderPosts(place, query, page),
      at: 'requests',
      ...(isForAll ? { address: `${url}${addressOf(place.path, query)}` } : {}),
    });
  });
  app.get<OfPost>('/portal/:slug/requests/:key', reading, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const { sent } = request.query as { readonly sent?: string };
    const leading = await findLeadingPost(doors.runtime, place.visit, request.params.key);
    if (leading !== undefined)
      return reply.redirect(`${place.path}/requests/${encodeURIComponent(leading)}`, 302);
    return showPost(doors, { reply, place, key: request.params.key }, freshForm({}, noticeOf(place, sent)));
  });
  app.get<PortalParams>('/portal/:slug/new', reading, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const { title = '', step } = request.query as Readonly<Record<string, string>>;
    const isSecond = step === '2' && title.trim() !== '';
    return showNew(doors, { reply, place, isSecond }, freshForm({ title: title.slice(0, 200) }));
  });
  app.get<PortalParams>('/portal/:slug/thanks', reading, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const title = place.words.willBeRead;
    return sendPage(reply, place, { title, content: renderEnd(place, title) });
  });
}

function addPostForms(app: FastifyInstance, doors: PortalServices): void {
  const { runtime } = doors;
  app.post<PortalParams>('/portal/:slug/requests', writing, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const given = readGiven(request);
    const { title = '', body = '', email = '' } = given;
    try {
      const input = { title, body, ...(email === '' ? {} : { email }), ...onceOf(given) };
      const { key, isWaiting } = await submitPost(runtime, place.visit, input);
      const isSeen = !isWaiting || place.visit.contact !== null;
      return await reply.redirect(`${place.path}${isSeen ? sentTo(key, isWaiting) : '/thanks'}`, 303);
    } catch (error) {
      return showNew(doors, { reply, place, isSecond: true }, refusedForm(error, given, place.words));
    }
  });
  app.post<OfPost>('/portal/:slug/requests/:key/vote', writing, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const { key } = request.params;
    const given = readGiven(request);
    await voteForPost(runtime, place.visit, { post: key, isFor: given['for'] !== 'no' });
    return reply.redirect(safePath(place, given['to'] ?? `/requests/${encodeURIComponent(key)}`), 303);
  });
  app.post<OfPost>('/portal/:slug/requests/:key/comments', writing, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const { key } = request.params;
    const given = readGiven(request);
    try {
      const input = { post: key, body: given['comment'] ?? '', ...onceOf(given) };
      const { isWaiting } = await commentOnPost(runtime, place.visit, input);
      return await reply.redirect(`${place.path}${sentTo(key, isWaiting)}`, 303);
    } catch (error) {
      return showPost(doors, { reply, place, key }, refusedForm(error, given, place.words));
    }
  });
}

function sentTo(key: string, isWaiting: boolean): string {
  return `/requests/${encodeURIComponent(key)}?sent=${isWaiting ? 'waiting' : 'yes'}`;
}

type Shown = { readonly reply: FastifyReply; readonly place: PortalPlace };

async function showPost(
  { runtime, url }: PortalServices,
  { reply, place, key }: Shown & { readonly key: string },
  form: Form,
): Promise<FastifyReply> {
  const page = await readPost(runtime, place.visit, key);
  const { title, body, isWaiting } = page.post;
  return sendPage(
    reply,
    place,
    {
      title,
      about: body.slice(0, 200),
      content: renderPost(place, page, form),
      ...(isWaiting ? {} : { address: `${url}${place.path}/requests/${encodeURIComponent(key)}` }),
    },
    form.problem === undefined ? 200 : 422,
  );
}

async function showNew(
  doors: PortalServices,
  { reply, place, isSecond }: Shown & { readonly isSecond: boolean },
  form: Form,
): Promise<FastifyReply> {
  const title = form.given['title'] ?? '';
  const similar = isSecond ? await doors.pages.similar(place.visit, title) : null;
  const content = renderNewPost(place, form, similar);
  return sendPage(
    reply,
    place,
    { title: place.words.newRequest, content },
    form.problem === undefined ? 200 : 422,
  );
}

function noticeOf({ words }: PortalPlace, sent: string | undefined): string | undefined {
  if (sent === 'yes') return words.thanks;
  return sent === 'waiting' ? words.willBeRead : undefined;
}
