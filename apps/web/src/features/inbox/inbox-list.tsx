/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Avatar } from '@throughline/ui';
import { ChevronUp, Hourglass, Lightbulb } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useRecord, useTitles } from '../../data/data-context.ts';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import { DueMark } from './due-mark.tsx';
import type { InboxRows } from './use-inbox-rows.ts';

export interface InboxListProps {
  readonly rows: InboxRows;
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
}

const rowHeight = 72;

export function InboxList({ rows, current, onOpen }: InboxListProps) {
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows.idAt(index) ?? index,
    overscan: 8,
  });
  const at = current === undefined ? -1 : rows.indexOf(current);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [virtualizer, at]);
  return (
    <section ref={box} tabIndex={0} aria-label={t('inbox.list')} className="min-h-0 flex-1 overflow-y-auto">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const id = rows.idAt(index) ?? '';
          return (
            <li
              key={key}
              aria-setsize={rows.count}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              className="absolute inset-x-0 top-0"
            >
              <FeedbackRow id={id} isCurrent={id === current} onOpen={() => onOpen(id)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface FeedbackRowProps {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
}

function FeedbackRow({ id, isCurrent, onOpen }: FeedbackRowProps) {
  const titles = useTitles();
  const values = useRecord('feedback', id);
  if (values === undefined) return null;
  const received = readMoment(values['receivedAt'] ?? values['createdAt']);
  const from = [values['contact'], values['company']].flatMap((who) => titles.titleOf(readText(who)) ?? []);
  const owner = titles.titleOf(readText(values['owner']));
  const insights = readNumber(values['insightCount']) ?? 0;
  const votes = readNumber(values['voteCount']) ?? 0;
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={onOpen}
      className={`flex size-full flex-col gap-0.5 border-b px-3 py-2 text-left focus-visible:-outline-offset-2 ${isCurrent ? 'bg-accent-soft' : 'hover:bg-hover'}`}
    >
      <span className="flex w-full items-center gap-2 text-small text-muted">
        <span className="min-w-0 flex-1 truncate">
          {from.length > 0 ? from.join(' · ') : readText(values['key'])}
        </span>
        {values['publicity'] === 'waiting' && (
          <span className="flex items-center text-warning" data-tip={t('moderation.waits')}>
            <Hourglass size={12} aria-hidden />
            <span className="sr-only">{t('inbox.toApprove')}</span>
          </span>
        )}
        {votes > 0 && (
          <span className="figures flex items-center">
            <ChevronUp size={13} aria-hidden />
            {votes}
            <span className="sr-only">{t('inbox.votes')}</span>
          </span>
        )}
        {insights > 0 && (
          <span className="figures flex items-center gap-0.5 text-accent-text">
            <Lightbulb size={12} aria-hidden />
            {insights}
            <span className="sr-only">{t('inbox.evidence')}</span>
          </span>
        )}
        <DueMark values={values} />
        {owner !== undefined && <Avatar name={owner} tip />}
        {received && <span className="figures shrink-0">{formatMoment(received, locale).short}</span>}
      </span>
      <span className="line-clamp-2 wrap-anywhere w-full leading-[1.125rem]">
        {readText(values['title'])}
      </span>
    </button>
  );
}
