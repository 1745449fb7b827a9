import { UnfoldItem } from '@throughline/ui';
import { ChevronUp, MessageSquareQuote } from 'lucide-react';
import { useState } from 'react';
import { useRecord, useTitles } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';

export interface VoiceFoldProps {
  readonly feedback: string;
  /** An insight for each vote. */
  readonly voices: readonly ReplicaRecord[];
  readonly onOpen: (key: string) => void;
}

/** Those who voted for feedback on a portal, as one line. */
export function VoiceFold({ feedback, voices, onOpen }: VoiceFoldProps) {
  const titles = useTitles();
  const [isOpen, setOpen] = useState(false);
  const values = useRecord('feedback', feedback);
  const key = readText(values?.['key']);
  return (
    <UnfoldItem
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
      head={
        <span className="figures flex min-w-0 flex-1 items-center gap-1.5 text-ui">
          <ChevronUp size={14} aria-hidden className="shrink-0 text-muted" />
          <span className="min-w-0 truncate">{t('insight.voted', { count: voices.length, key })}</span>
        </span>
      }
    >
      <div className="flex flex-col gap-2 pb-3 pl-6 text-small">
        {key !== '' && (
          <button
            type="button"
            onClick={() => onOpen(key)}
            className="inline-flex items-center gap-1 self-start rounded-sm text-left text-muted hover:text-ink hover:underline"
          >
            <MessageSquareQuote size={13} aria-hidden className="shrink-0" />
            {readText(values?.['title'])}
          </button>
        )}
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {voices.map(({ id, values: voice }) => (
            <li key={id} className="flex min-w-0 items-baseline gap-1.5">
              <AppLink
                href={`/contacts/${readText(voice['contact'])}`}
                className="font-medium hover:underline"
              >
                {titles.titleOf(readText(voice['contact'])) ?? t('conversation.customer')}
              </AppLink>
              {voice['company'] !== undefined && (
                <AppLink
                  href={`/companies/${readText(voice['company'])}`}
                  className="text-muted hover:text-ink hover:underline"
                >
                  {titles.titleOf(readText(voice['company']))}
                </AppLink>
              )}
            </li>
          ))}
        </ul>
      </div>
    </UnfoldItem>
  );
}
