/** What the portal's routes share: limits, who may look, and how a page goes out. */
import { Refusal } from '@throughline/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../routes/services.ts';
import type { PostPages } from './post-pages.ts';
import { openPlace, type Doors, type PortalPlace } from './portal-request.ts';
import { renderFrame, type Page } from './render-frame.ts';

/** Of one address. */
export const READING = { max: 300, timeWindow: '1 minute' } as const;
export const WRITING = { max: 20, timeWindow: '1 minute' } as const;

export type PortalServices = Doors & Pick<Services, 'mailer'> & { readonly pages: PostPages };

/** The portal asked for; one for those who sign in shows others nothing. */
export async function enterPlace(doors: Doors, request: FastifyRequest): Promise<PortalPlace> {
  const place = await openPlace(doors, request);
  const { portal, contact } = place.visit;
  if (portal.values['access'] === 'signed_in' && contact === null) throw new Refusal('unauthenticated');
  return place;
}

export function sendPage(reply: FastifyReply, place: PortalPlace, page: Page, status = 200): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderFrame(place, page));
}

/** Below the portal and nowhere else: where somebody goes on after an act. */
export function safePath(place: PortalPlace, to: string): string {
  return /^\/[\w/?=&%.-]*$/.test(to) && !to.startsWith('//') ? `${place.path}${to}` : place.path;
}
