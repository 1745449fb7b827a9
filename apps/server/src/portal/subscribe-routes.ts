/** Who wants to be mailed what is published says so twice: on the page, and by the link in a mail to the address. */
import { textOf } from '@throughline/base';
import { isAddress, leaveChangelog, subscribe } from '@throughline/operations';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { html, type Html } from '../publish/escape.ts';
import { changelogWordsIn } from './changelog-words.ts';
import { addLeavingPage } from './leaving-page.ts';
import { enterPlace, READING, sendPage, WRITING, type PortalServices } from './portal-pages.ts';
import { openPlace, type PortalParams, type PortalPlace } from './portal-request.ts';
import { freshForm, readGiven, type Form } from './read-form.ts';
import { renderConfirm, renderSubscribe, type SubscribeState } from './render-changelog.ts';

const LINK_MS = 24 * 3_600_000;
const reading = { schema: { hide: true }, config: { rateLimit: READING } } as const;
const writing = { schema: { hide: true }, config: { rateLimit: WRITING } } as const;
/** Mails to strangers are few. */
const asking = { schema: { hide: true }, config: { rateLimit: { max: 5, timeWindow: '1 minute' } } } as const;

export function addSubscribeRoutes(app: FastifyInstance, doors: PortalServices): void {
  const { runtime, mailer } = doors;
  app.post<PortalParams>('/portal/:slug/changelog/subscribe', asking, async (request, reply) => {
    const place = await enterPlace(doors, request);
    const email = (readGiven(request)['email'] ?? '').trim().slice(0, 320);
    if (mailer === null) return showSubscribe({ reply, place }, freshForm(), 'no_mail');
    if (!isAddress(email)) {
      const problem = place.words.problem['not_an_address'] ?? '';
      return showSubscribe({ reply, place }, { ...freshForm({ email }), problem }, 'ask');
    }
    await sendLink(doors, place, email);
    return showSubscribe({ reply, place }, freshForm({ email }), 'sent');
  });
  app.get<PortalParams>('/portal/:slug/changelog/confirm', reading, async (request, reply) => {
    const place = await openPlace(doors, request);
    const { token = '' } = request.query as { readonly token?: string };
    const email = openLink(doors, place, String(token));
    if (email === null) return showOver(reply, place);
    const content = renderConfirm(place, { token: String(token), email });
    return sendPage(reply, place, { title: changelogWordsIn(place.words.language).follow, content });
  });
  app.post<PortalParams>('/portal/:slug/changelog/confirm', writing, async (request, reply) => {
    const place = await openPlace(doors, request);
    const email = openLink(doors, place, readGiven(request)['token'] ?? '');
    if (email === null) return showOver(reply, place);
    await subscribe(runtime, place.visit, email);
    return showSubscribe({ reply, place }, freshForm(), 'follows');
  });
  addLeavingPage(app, doors, {
    path: '/changelog-mails',
    purpose: 'unfollow',
    wordsOf: (language) => {
      const { unfollowTitle, unfollow, unfollowed } = changelogWordsIn(language);
      return { title: unfollowTitle, leave: unfollow, left: unfollowed };
    },
    leave: (workspace, subscription) => leaveChangelog(runtime, { workspace, subscription }),
  });
}

async function sendLink(
  { runtime, keys, mailer, url }: PortalServices,
  { visit, words, path }: PortalPlace,
  email: string,
): Promise<void> {
  const token = keys.sign('subscribe', [visit.portal.id, email], runtime.ids.now() + LINK_MS);
  const name = textOf(visit.portal.values['name']);
  const own = changelogWordsIn(words.language);
  await mailer?.send({
    to: email,
    subject: own.followSubject(name),
    text: own.followMail(name, `${url}${path}/changelog/confirm?token=${token}`),
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}

/** The address that a link of this portal proves; null for any other. */
function openLink({ runtime, keys }: PortalServices, { visit }: PortalPlace, token: string): string | null {
  const [portal, email] = keys.open('subscribe', token, runtime.ids.now()) ?? [];
  return portal === visit.portal.id && email !== undefined ? email : null;
}

type Answering = { readonly reply: FastifyReply; readonly place: PortalPlace };

function showSubscribe({ reply, place }: Answering, form: Form, state: SubscribeState): FastifyReply {
  const title = changelogWordsIn(place.words.language).follow;
  const content = html`${renderSubscribe(place, form, state)}${back(place)}`;
  return sendPage(reply, place, { title, content, at: 'changelog' }, form.problem === undefined ? 200 : 422);
}

function showOver(reply: FastifyReply, place: PortalPlace): FastifyReply {
  const title = changelogWordsIn(place.words.language).linkOverAsk;
  return sendPage(
    reply,
    place,
    {
      title,
      content: html`<h1>${title}</h1>
        ${back(place)}`,
    },
    410,
  );
}

function back({ words, path }: PortalPlace): Html {
  return html`<p><a href="${path}/changelog">${changelogWordsIn(words.language).backToChangelog}</a></p>`;
}
