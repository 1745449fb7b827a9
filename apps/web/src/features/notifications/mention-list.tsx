import { Avatar, Button } from '@throughline/ui';
import { useWorkspace } from '../../data/data-context.ts';
import { formatAgo, readMoment } from '../../fields/moment-text.ts';
import { readText } from '../../fields/read-value.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import type { Notification } from './use-notifications.ts';

export interface MentionListProps {
  readonly unread: readonly Notification[];
  readonly markRead: (ids: readonly string[]) => void;
  readonly onDone: () => void;
}

/** Mentions that were not read yet, the newest first. */
export function MentionList({ unread, markRead, onDone }: MentionListProps) {
  const navigate = useNavigateTo();
  return (
    <div className="-m-3 w-[min(24rem,calc(100vw-1.5rem))]">
      <div className="flex items-center justify-between border-b px-3 py-2">
        <h2 className="font-semibold">{t('bell.label')}</h2>
        {unread.length > 0 && (
          <Button size="small" variant="quiet" onClick={() => markRead(unread.map(({ id }) => id))}>
            {t('bell.readAll')}
          </Button>
        )}
      </div>
      {unread.length === 0 ? (
        <p className="p-4 text-muted">{t('bell.none')}</p>
      ) : (
        <ul className="max-h-96 divide-y overflow-y-auto">
          {unread.map((notification) => (
            <MentionRow
              key={notification.id}
              notification={notification}
              onOpen={(href) => {
                markRead([notification.id]);
                onDone();
                navigate(href);
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface MentionRowProps {
  readonly notification: Notification;
  readonly onOpen: (href: string) => void;
}

function MentionRow({ notification: { record, comment, createdAt }, onOpen }: MentionRowProps) {
  const { hub, titles, replica } = useWorkspace();
  const said = hub.get('comment', comment);
  const who = titles.titleOf(readText(said?.['createdBy'])) ?? t('bell.somebody');
  const isFeedback = record.startsWith('feedback');
  const values = hub.get(isFeedback ? 'feedback' : 'idea', record);
  const space = replica.session().spaces.find(({ id }) => id === values?.['space']);
  const key = readText(values?.['key']);
  const href = isFeedback ? `/feedback?state=all&item=${key}` : `/s/${space?.key ?? ''}?open=${key}`;
  const made = readMoment(createdAt);
  return (
    <li>
      <button
        type="button"
        onClick={() => onOpen(href)}
        className="flex w-full gap-2.5 px-3 py-2.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Avatar name={who} size="medium" />
        <span className="min-w-0 flex-1">
          <span className="block">{t('bell.mentioned', { who, title: titles.titleOf(record) ?? key })}</span>
          <span className="line-clamp-2 text-muted">{readText(said?.['excerpt'])}</span>
          {made && <span className="block text-small text-muted">{formatAgo(made, locale)}</span>}
        </span>
      </button>
    </li>
  );
}
