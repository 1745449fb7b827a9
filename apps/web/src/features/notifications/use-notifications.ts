/** What the person should know of. Seen by that person alone, so it is asked and not in the browser's copy. */
import { useEffect } from 'react';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useReplica, useWorkspace } from '../../data/data-context.ts';
import { showFailure } from '../../data/writer.ts';
import { readText } from '../../fields/read-value.ts';

export interface Notification {
  readonly id: string;
  readonly record: string;
  readonly comment: string;
  readonly createdAt: string;
}

export interface Notifications {
  readonly unread: readonly Notification[];
  readonly markRead: (ids: readonly string[]) => void;
}

const path = `/notifications?filter=${encodeURIComponent('readAt is empty')}&sort=-createdAt&limit=100`;
const everyMinute = 60_000;
/** A mention follows its comment by a moment. */
const afterComment = 1500;

export function useNotifications(): Notifications {
  const replica = useReplica();
  const { hub } = useWorkspace();
  const { body, reload } = useAnswer(path);
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = hub.onEntity('comment', () => {
      clearTimeout(soon);
      soon = setTimeout(reload, afterComment);
    });
    const clock = setInterval(() => {
      if (!document.hidden && navigator.onLine) reload();
    }, everyMinute);
    return () => {
      stop();
      clearTimeout(soon);
      clearInterval(clock);
    };
  }, [hub, reload]);
  return {
    unread: (readItems(body) ?? []).map((item) => ({
      id: readText(item['id']),
      record: readText(item['record']),
      comment: readText(item['comment']),
      createdAt: readText(item['createdAt']),
    })),
    markRead: (ids) => {
      const readAt = new Date().toISOString();
      Promise.all(ids.map((id) => replica.call('PATCH', `/notifications/${id}`, { body: { readAt } }))).then(
        reload,
        showFailure,
      );
    },
  };
}
