import { AlarmClock, TriangleAlert } from 'lucide-react';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { isWaiting } from '../../data/leakage.ts';
import { formatAgo, readMoment } from '../../fields/moment-text.ts';
import { locale, t } from '../../messages/area-t.ts';
import { useMinute } from './snooze.ts';

/** By when it is to be answered, as long as it waits. */
export function DueMark({ values }: { readonly values: ReplicaRecord['values'] }) {
  const minute = useMinute();
  const due = readMoment(values['dueAt']);
  if (due === undefined || !isWaiting({ id: '', values })) return null;
  const isLate = due.toISOString() < minute;
  const Icon = isLate ? TriangleAlert : AlarmClock;
  const when = formatAgo(due, locale);
  return (
    <span className={`flex shrink-0 items-center gap-1 ${isLate ? 'font-medium text-warning' : ''}`}>
      <Icon size={12} aria-hidden />
      {isLate ? t('inbox.overdue', { when }) : t('inbox.due', { when })}
    </span>
  );
}
