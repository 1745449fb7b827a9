import { IconButton, lazyInPlace, Popover } from '@throughline/ui';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/t.ts';
import type { MentionListProps } from './mention-list.tsx';
import { useNotifications } from './use-notifications.ts';

const MentionList = lazyInPlace<MentionListProps>(
  async () => (await import('./mention-list.tsx')).MentionList,
  null,
);

/** Mentions that were not read yet. */
export function NotificationBell() {
  const { unread, markRead } = useNotifications();
  const [isOpen, setOpen] = useState(false);
  const label = unread.length > 0 ? t('bell.unread', { count: unread.length }) : t('bell.label');
  return (
    <span className="relative">
      <Popover
        label={t('bell.label')}
        open={isOpen}
        onOpenChange={setOpen}
        align="end"
        trigger={<IconButton label={label} icon={<Bell size={16} />} />}
      >
        <MentionList unread={unread} markRead={markRead} onDone={() => setOpen(false)} />
      </Popover>
      {unread.length > 0 && (
        <span
          aria-hidden
          className="figures pointer-events-none absolute -top-1 -right-1 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-tiny font-semibold text-on-accent"
        >
          {unread.length > 99 ? '99+' : unread.length}
        </span>
      )}
    </span>
  );
}
