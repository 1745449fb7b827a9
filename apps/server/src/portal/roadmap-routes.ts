/** The audience version of a roadmap that a portal shows beside its requests. */
import { textOf } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { readRoadmap } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import { html, NOTHING } from '../publish/escape.ts';
import { renderView } from '../publish/render-view.ts';
import { enterPlace, READING, sendPage, type PortalServices } from './portal-pages.ts';
import type { PortalParams } from './portal-request.ts';

export function addRoadmapPage(app: FastifyInstance, doors: PortalServices): void {
  const { runtime, url } = doors;
  app.get<PortalParams>(
    '/portal/:slug/roadmap',
    { schema: { hide: true }, config: { rateLimit: READING } },
    async (request, reply) => {
      const place = await enterPlace(doors, request);
      const { workspace, portal } = place.visit;
      const { edition, publishedBy } = portal.values;
      if (typeof edition !== 'string' || typeof publishedBy !== 'string') throw new Refusal('not_found');
      const page = await readRoadmap(runtime, { workspace, edition, person: textOf(publishedBy) });
      const { titles, about } = page;
      const views = page.views.map(
        (view) =>
          html`<section>
            ${page.views.length > 1 ? html`<h2>${view.name}</h2>` : NOTHING}${renderView({ model: runtime.model, titles, view })}
          </section>`,
      );
      return sendPage(reply, place, {
        title: place.words.roadmap,
        ...(about === null ? {} : { about }),
        at: 'roadmap',
        address: `${url}${place.path}/roadmap`,
        content: html`<h1>${place.words.roadmap}</h1>
          ${about === null ? NOTHING : html`<p class="quiet">${about}</p>`}${views}`,
      });
    },
  );
}
