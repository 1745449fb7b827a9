import { t } from '../../messages/area-t.ts';
import type { UnreadCell } from './plan-paste.ts';

const mostShown = 50;

/** Each cell that could not be read, with what was wrong with it. */
export function UnreadList({ unread }: { readonly unread: readonly UnreadCell[] }) {
  return (
    <ul className="max-h-40 list-inside list-disc overflow-y-auto text-ui text-muted">
      {unread.slice(0, mostShown).map(({ row, title, field, text, problem }) => (
        <li key={`${row} ${field}`}>{t('paste.unreadCell', { title, field, text, problem })}</li>
      ))}
      {unread.length > mostShown && <li>{t('paste.more', { count: unread.length - mostShown })}</li>}
    </ul>
  );
}
