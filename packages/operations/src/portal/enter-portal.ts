import { must, textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import { companyOf } from './company-of.ts';
import { contactOf, type Claim } from './contact-of.ts';
import { writeAtPortal, type PortalVisit } from './portal-visit.ts';

/** Who somebody was proven to be: by a link to their address, or by the customer's own app, which knows their company. */
export type ProvenClaim = Claim & { readonly company?: string };

/** The contact whose address was proven, made at the first visit. */
export async function enterPortal(
  runtime: Runtime,
  visit: Omit<PortalVisit, 'contact'>,
  { company = '', ...claim }: ProvenClaim,
): Promise<string> {
  const stranger = { ...visit, contact: null };
  const input = { company, ...claim };
  const result = await writeAtPortal(runtime, stranger, { name: 'portal.enter', input }, async (work) => {
    const contact = must(await contactOf(work, claim), 'Whoever enters has an address');
    await join(work, contact, company);
    return { id: contact.id };
  });
  return textOf(result['id']);
}

/** A company that is known here stays. */
async function join(work: Work, contact: StoredRecord, name: string): Promise<void> {
  if (contact.values['company'] !== undefined) return;
  const company = await companyOf(work, name);
  if (company) await work.update(work.entity('contact'), contact, { values: { company: company.id } });
}
