/** Whoever follows the link in an answer is asked by no answer again. */
import { unsubscribe } from '@throughline/operations';
import type { FastifyInstance } from 'fastify';
import { addLeavingPage } from './leaving-page.ts';
import type { PortalServices } from './portal-pages.ts';
import { wordsIn } from './portal-words.ts';

export function addUnsubscribeRoutes(app: FastifyInstance, doors: PortalServices): void {
  addLeavingPage(app, doors, {
    path: '/unsubscribe',
    purpose: 'leave',
    wordsOf: (language) => {
      const { leaveTitle, leave, left } = wordsIn(language);
      return { title: leaveTitle, leave, left };
    },
    leave: (workspace, contact) => unsubscribe(doors.runtime, { workspace, contact }),
  });
}
