/** From a request of the widget, on the page of another site, to the visit: cookies play no part in it. */
import { Refusal } from '@throughline/contract';
import { isKnownContact } from '@throughline/operations';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openPlace, type Doors, type PortalPlace } from './portal-request.ts';

const SESSION_MS = 8 * 3_600_000;

/** The portal asked for, if the page that asks is of a site that it allows; browsers of others are told nothing. */
export async function openWidget(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PortalPlace> {
  const place = await openPlace(doors, request);
  const { origin = '' } = request.headers;
  reply.header('vary', 'Origin');
  if (!allows(place.visit.portal.values['sites'], origin))
    throw new Refusal('forbidden', {
      message: 'This site may not use the widget of the portal.',
      fix: 'Add its origin under Settings → Channels.',
    });
  reply.header('access-control-allow-origin', origin);
  const contact = await readBearer(doors, request, place);
  return { ...place, visit: { ...place.visit, contact } };
}

/** As `openWidget`; a portal for those who sign in lets others do nothing. */
export async function enterWidget(
  doors: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PortalPlace> {
  const place = await openWidget(doors, request, reply);
  const { portal, contact } = place.visit;
  if (portal.values['access'] === 'signed_in' && contact === null) throw new Refusal('unauthenticated');
  return place;
}

/** From then on the page speaks for the contact, for as long as it is open. */
export function widgetSession(
  { keys, runtime }: Doors,
  { visit }: PortalPlace,
  contact: string,
): { readonly session: string } {
  return { session: keys.sign('widget', [visit.portal.id, contact], runtime.ids.now() + SESSION_MS) };
}

async function readBearer(
  { keys, runtime }: Doors,
  { headers }: FastifyRequest,
  { visit }: PortalPlace,
): Promise<string | null> {
  const [, token = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
  const [at, contact] = keys.open('widget', token, runtime.ids.now()) ?? [];
  if (at !== visit.portal.id || contact === undefined) return null;
  return (await isKnownContact(runtime, visit.workspace, contact)) ? contact : null;
}

/** `https://*.example.com` stands for all names below it, and not for itself. */
function allows(sites: unknown, origin: string): boolean {
  if (!Array.isArray(sites) || origin === '') return false;
  return sites.some((site: unknown) => {
    const [scheme = '', rest = ''] = String(site).split('*');
    if (!String(site).includes('*')) return site === origin;
    return origin.startsWith(scheme) && origin.endsWith(rest) && origin.length > scheme.length + rest.length;
  });
}
