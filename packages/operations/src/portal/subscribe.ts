/** Customers who want to be told what is new. */
import { must, type Json } from '@throughline/base';
import { SYSTEM } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import { createPrepared } from '../records/create-record.ts';
import { findOne } from '../rules/find-one.ts';
import type { Runtime } from '../runtime.ts';
import type { Work } from '../work.ts';
import { contactOf } from './contact-of.ts';
import { writeAtPortal, type PortalVisit } from './portal-visit.ts';

/** From now on the address, which was proven to be the visitor's, is mailed what is published. Twice is once. */
export async function subscribe(runtime: Runtime, visit: PortalVisit, email: string): Promise<void> {
  const stranger = { ...visit, contact: null };
  const write = { name: 'portal.subscribe', input: { email } } as const;
  await writeAtPortal(runtime, stranger, write, async (work, portal) => {
    const contact = must(await contactOf(work, { email }), 'Whoever subscribes has an address');
    const { space = null } = portal.values;
    await add(work, { portal: portal.id, contact: contact.id, space });
    return {};
  });
}

type Wanted = { readonly portal: string; readonly contact: string; readonly space: Json };

async function add(work: Work, { portal, contact, space }: Wanted): Promise<void> {
  const entity = work.entity('subscription');
  const known = await findOne(work, entity, { portal, contact });
  if (known === undefined) {
    await createPrepared(work, entity, { values: { portal, contact, space, confirmedAt: work.now } });
    return;
  }
  if (known.values['archivedAt'] === undefined) return;
  await work.update(entity, known, { values: { archivedAt: null, confirmedAt: work.now }, verb: 'restore' });
}

/** What a link in a mail names is mailed no more. */
export async function leaveChangelog(
  runtime: Runtime,
  { workspace, subscription }: { readonly workspace: string; readonly subscription: string },
): Promise<void> {
  await executeWith(runtime, { workspace, actor: SYSTEM, source: 'portal' }, async (work) => {
    const entity = work.entity('subscription');
    const record = await work.find(entity, subscription, { lock: true });
    if (record && record.values['archivedAt'] === undefined)
      await work.update(entity, record, { values: { archivedAt: work.now }, verb: 'archive' });
    return {};
  });
}
