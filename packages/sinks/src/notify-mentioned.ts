import type { Change } from '@throughline/model';
import { derivedId } from './derived-id.ts';
import type { Sink } from './sink.ts';

const NAME = 'notify-mentioned';

/** Tells people that somebody mentioned them; once for each comment, and never of themselves. */
export const notifyMentioned: Sink = {
  name: NAME,
  apply: async (work, changes) => {
    const notification = work.entity('notification');
    for (const change of changes) {
      for (const [n, person] of newMentions(change).entries()) {
        const id = derivedId(notification.prefix, {
          sink: NAME,
          workspace: work.state.id,
          seq: change.seq,
          n,
        });
        if (person === change.actor || (await work.find(notification, id))) continue;
        const record =
          change.after?.['record'] ??
          (await work.find(work.entity(change.entity), change.id))?.values['record'];
        const values = { person, reason: 'mention', comment: change.id, ...(record ? { record } : {}) };
        await work.insert(notification, [{ id, values, occurredAt: change.occurredAt }]);
      }
    }
  },
};

/** Any record with `mentions` can mention; only those not named before are told. */
function newMentions({ before, after }: Change): readonly string[] {
  const named = (after?.['mentions'] ?? []) as readonly string[];
  const already = new Set((before?.['mentions'] ?? []) as readonly string[]);
  return named.filter((person) => !already.has(person));
}
