/** Customers sign in by a link to their address. */
import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { enterPortal, isAddress } from '@throughline/operations';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readAppToken } from './app-token.ts';
import { READING, safePath, sendPage, WRITING, type PortalServices } from './portal-pages.ts';
import { openPlace, signIn, signOut, type PortalParams, type PortalPlace } from './portal-request.ts';
import { freshForm, readGiven, type Form } from './read-form.ts';
import { renderEnter, renderSignIn, type SignInState } from './render-forms.ts';

const LINK_MS = 20 * 60_000;
const reading = { schema: { hide: true }, config: { rateLimit: READING } } as const;
const writing = { schema: { hide: true }, config: { rateLimit: WRITING } } as const;
/** Mails to strangers are few. */
const asking = { schema: { hide: true }, config: { rateLimit: { max: 5, timeWindow: '1 minute' } } } as const;

export function addSignInRoutes(app: FastifyInstance, doors: PortalServices): void {
  const { runtime, mailer } = doors;
  app.get<PortalParams>('/portal/:slug/sign-in', reading, async (request, reply) => {
    const place = await openPlace(doors, request);
    const { to = '' } = request.query as Readonly<Record<string, string>>;
    const state = mailer === null ? 'no_mail' : 'ask';
    return showSignIn({ reply, place }, freshForm({ to: to.slice(0, 300) }), state);
  });
  app.post<PortalParams>('/portal/:slug/sign-in', asking, async (request, reply) => {
    const place = await openPlace(doors, request);
    const { email = '', to = '' } = readGiven(request);
    if (mailer === null) return showSignIn({ reply, place }, freshForm(), 'no_mail');
    const given = { email: email.trim().slice(0, 320), to: to.slice(0, 300) };
    if (!isAddress(given.email)) {
      const problem = place.words.problem['not_an_address'] ?? '';
      return showSignIn({ reply, place }, { ...freshForm(given), problem, part: 'email' }, 'ask');
    }
    await sendLink(doors, place, given);
    return showSignIn({ reply, place }, freshForm(given), 'sent');
  });
  app.get<PortalParams>('/portal/:slug/enter', reading, async (request, reply) => {
    const place = await openPlace(doors, request);
    const { token = '', jwt, to = '' } = request.query as Readonly<Record<string, string>>;
    if (jwt !== undefined) {
      await letIn(doors, { reply, place }, jwt);
      return reply.redirect(safePath(place, to), 303);
    }
    const { email } = openLink(doors, place, token);
    const { words } = place;
    return sendPage(reply, place, { title: words.signIn, content: renderEnter(place, { token, email }) });
  });
  app.post<PortalParams>('/portal/:slug/enter', writing, async (request, reply) => {
    const place = await openPlace(doors, request);
    const { email, to } = openLink(doors, place, readGiven(request)['token'] ?? '');
    const contact = await enterPortal(runtime, place.visit, { email });
    signIn(doors, reply, place, contact);
    return reply.redirect(safePath(place, to), 303);
  });
  app.post<PortalParams>('/portal/:slug/sign-out', writing, async (request, reply) => {
    const place = await openPlace(doors, request);
    signOut(doors, reply, place);
    return reply.redirect(place.path, 303);
  });
}

/** From the customer's own app, which has asked them who they are. */
async function letIn(
  doors: PortalServices,
  { reply, place }: { readonly reply: FastifyReply; readonly place: PortalPlace },
  token: string,
): Promise<void> {
  const { portal } = place.visit;
  const { keyTurn } = portal.values;
  if (typeof keyTurn !== 'number') throw new Refusal('expired', { message: place.words.linkOver });
  const claim = await readAppToken(token, doors.keys.appKey(portal.id, keyTurn));
  signIn(doors, reply, place, await enterPortal(doors.runtime, place.visit, claim));
}

type Asked = { readonly email: string; readonly to: string };

async function sendLink(
  { runtime, keys, mailer, url }: PortalServices,
  { visit, words, path }: PortalPlace,
  { email, to }: Asked,
): Promise<void> {
  const token = keys.sign('link', [visit.portal.id, email, to], runtime.ids.now() + LINK_MS);
  const name = textOf(visit.portal.values['name']);
  await mailer?.send({
    to: email,
    subject: words.mailSubject(name),
    text: words.mailText(name, `${url}${path}/enter?token=${token}`),
  });
}

function openLink({ runtime, keys }: PortalServices, { visit, words }: PortalPlace, token: string): Asked {
  const [portal, email, to = ''] = keys.open('link', token, runtime.ids.now()) ?? [];
  if (portal === visit.portal.id && email !== undefined) return { email, to };
  throw new Refusal('expired', { message: words.linkOver });
}

function showSignIn(
  { reply, place }: { readonly reply: FastifyReply; readonly place: PortalPlace },
  form: Form,
  state: SignInState,
): FastifyReply {
  const page = {
    title: place.words.signIn,
    content: renderSignIn(place, form, state),
    at: 'signIn',
  } as const;
  return sendPage(reply, place, page, form.problem === undefined ? 200 : 422);
}
