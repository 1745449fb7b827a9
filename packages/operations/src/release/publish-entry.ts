import { textOf, type JsonObject } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import type { StoredRecord } from '@throughline/db';
import type { OperationRequest } from '../execute.ts';
import { present } from '../records/present.ts';
import type { Work } from '../work.ts';

/** Shows it to customers, at once or at the instant that is given. What the clock publishes must still be due. */
export async function publishEntry(work: Work, { id = '', input }: OperationRequest): Promise<JsonObject> {
  const { at } = (input ?? {}) as { readonly at?: string };
  const entity = work.entity('entry');
  const entry = await work.read(entity, id, { lock: true });
  work.allow(entity, 'publish', entry);
  await mustBeReady(work, entry);
  if (work.actor.kind === 'system') mustBeDue(work, entry);
  const isLater = at !== undefined && Date.parse(at) > Date.parse(work.now);
  const published = await work.update(entity, entry, {
    values: isLater
      ? { state: 'scheduled', publishAt: new Date(at).toISOString() }
      : { state: 'published', publishAt: null, publishedAt: entry.values['publishedAt'] ?? work.now },
    verb: 'publish',
  });
  return present(work.fieldsOf(entity), published.id, published.values);
}

/** A draft again: not published when its time comes, or taken from the portal. Mails that went out are out. */
export async function cancelEntry(work: Work, { id = '' }: OperationRequest): Promise<JsonObject> {
  const entity = work.entity('entry');
  const entry = await work.read(entity, id, { lock: true });
  work.allow(entity, 'cancel', entry);
  if (entry.values['state'] === 'draft')
    throw new Refusal('not_possible', { message: 'It is a draft already.' });
  const cancelled = await work.update(entity, entry, {
    values: { state: 'draft', publishAt: null },
    verb: 'cancel',
  });
  return present(work.fieldsOf(entity), cancelled.id, cancelled.values);
}

async function mustBeReady(work: Work, { values }: StoredRecord): Promise<void> {
  const { portal: id, text = '', state, archivedAt } = values;
  if (archivedAt !== undefined) throw refuse('It is archived.', 'Restore it first.');
  if (state === 'published') throw refuse('It is published already.', 'Edit it: readers see it at once.');
  const portal = typeof id === 'string' ? await work.find(work.entity('portal'), id) : undefined;
  if (!portal || portal.values['archivedAt'] !== undefined)
    throw refuse('There is no portal to show it on.', 'Choose a portal of this space.');
  if (textOf(text).trim() === '') throw refuse('It says nothing yet.', 'Write the text first.');
}

function mustBeDue(work: Work, { values }: StoredRecord): void {
  const at = textOf(values['publishAt'] ?? '');
  const isDue = values['state'] === 'scheduled' && Date.parse(at) <= Date.parse(work.now);
  if (!isDue) throw refuse('It is not due.', 'Schedule it.');
}

function refuse(message: string, fix: string): Refusal {
  return new Refusal('not_possible', { message, fix });
}
