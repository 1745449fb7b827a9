import { useMemo } from 'react';
import { useTitles } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale } from '../../messages/area-t.ts';

export interface FeedbackListProps {
  readonly feedback: readonly ReplicaRecord[];
  /** Whoever said it need not be named where all of it is theirs. */
  readonly namesContact: boolean;
}

const mostShown = 200;

/** What was said, the newest first. */
export function FeedbackList({ feedback, namesContact }: FeedbackListProps) {
  const newest = useMemo(() => feedback.toSorted(byReceived), [feedback]);
  return (
    <ul className="divide-y border-y">
      {newest.slice(0, mostShown).map((piece) => (
        <FeedbackLine key={piece.id} piece={piece} namesContact={namesContact} />
      ))}
    </ul>
  );
}

function byReceived(a: ReplicaRecord, b: ReplicaRecord): number {
  return readText(b.values['receivedAt']).localeCompare(readText(a.values['receivedAt']));
}

interface FeedbackLineProps {
  readonly piece: ReplicaRecord;
  readonly namesContact: boolean;
}

function FeedbackLine({ piece: { values }, namesContact }: FeedbackLineProps) {
  const titles = useTitles();
  const received = readMoment(values['receivedAt']);
  const key = readText(values['key']);
  return (
    <li>
      <AppLink
        href={`/feedback?state=all&item=${key}`}
        className="flex items-baseline gap-3 py-2 hover:bg-hover"
      >
        <span className="line-clamp-2 min-w-0 flex-1">{readText(values['title'])}</span>
        {namesContact && (
          <span className="shrink-0 text-small text-muted max-sm:hidden">
            {titles.titleOf(readText(values['contact']))}
          </span>
        )}
        {received && (
          <span className="figures w-20 shrink-0 text-right text-small text-muted">
            {formatMoment(received, locale).short}
          </span>
        )}
      </AppLink>
    </li>
  );
}
