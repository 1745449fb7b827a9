import { must, textOf } from '@throughline/base';
import type { Runtime } from '../runtime.ts';
import { contactOf, type Claim } from './contact-of.ts';
import { writeAtPortal, type PortalVisit } from './portal-visit.ts';

/** The contact whose address was proven, made at the first visit. */
export async function enterPortal(
  runtime: Runtime,
  visit: Omit<PortalVisit, 'contact'>,
  claim: Claim,
): Promise<string> {
  const stranger = { ...visit, contact: null };
  const result = await writeAtPortal(
    runtime,
    stranger,
    { name: 'portal.enter', input: claim },
    async (work) => ({
      id: must(await contactOf(work, claim), 'Whoever enters has an address').id,
    }),
  );
  return textOf(result['id']);
}
