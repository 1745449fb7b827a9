import { textOf } from '@throughline/base';
import type { Change } from '@throughline/model';
import { findAll, type Work } from '@throughline/operations';
import { namedId } from './derived-id.ts';
import type { Sink } from './sink.ts';

/**
 * When a changelog entry is published, a notice is made for everybody who has subscribed by then: one for each entry,
 * however often it is taken back and published again.
 */
export const mailEntries: Sink = {
  name: 'mail-entries',
  apply: async (work, changes) => {
    for (const change of changes) if (isPublished(change)) await tellSubscribers(work, change);
  },
};

function isPublished({ entity, before, after }: Change): boolean {
  return entity === 'entry' && before !== null && after?.['state'] === 'published';
}

async function tellSubscribers(work: Work, { id: entry, recordedAt }: Change): Promise<void> {
  const published = await work.find(work.entity('entry'), entry);
  const portal = published?.values['portal'];
  if (typeof portal !== 'string') return;
  const entity = work.entity('notice');
  const known = new Map((await findAll(work, entity, { entry })).map((notice) => [notice.id, notice]));
  // Who was left out when the entry was taken back before the mail went out is told now.
  for (const notice of known.values())
    if (notice.values['state'] === 'skipped' && notice.values['sentAt'] === undefined)
      await work.update(entity, notice, { values: { state: 'approved' } });
  const subscriptions = await findAll(work, work.entity('subscription'), { portal, archivedAt: null });
  const notices = subscriptions
    .filter(({ values }) => Date.parse(textOf(values['confirmedAt'])) <= Date.parse(recordedAt))
    .map(({ id: subscription, values: { contact = null, space = null } }) => ({
      id: namedId('notice', [work.state.id, entry, subscription]),
      values: { entry, subscription, contact, space, state: 'approved' },
    }))
    .filter(({ id }) => !known.has(id));
  if (notices.length > 0) await work.insert(entity, notices);
}
