import { Avatar } from '@throughline/ui';
import type { ReactNode } from 'react';
import { formatAgo, formatMoment } from '../../fields/moment-text.ts';
import { locale } from '../../messages/area-t.ts';

/** From a customer, to customers, or among colleagues. */
export type MessageKind = 'customer' | 'answer' | 'note';

export interface MessageProps {
  readonly author: string;
  readonly at: Date | undefined;
  readonly kind: MessageKind;
  /** Which way it went, in a word or two. */
  readonly about?: string | undefined;
  readonly children: ReactNode;
}

const looks: Record<MessageKind, string> = {
  customer: 'border-l-2 border-line-strong pl-3',
  answer: 'border-l-2 border-accent-line pl-3',
  note: '',
};

/** One message: who, which way, when, and what. */
export function Message({ author, at, kind, about, children }: MessageProps) {
  const isNote = kind === 'note' && about !== undefined;
  return (
    <div
      className={`flex gap-2.5 ${about === undefined ? '' : looks[kind]} ${isNote ? 'rounded-md bg-sunken px-3 py-2.5' : ''}`}
    >
      <span aria-hidden className="pt-0.5">
        <Avatar name={author} size="medium" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-ui font-medium wrap-anywhere">{author}</span>
          {about !== undefined && <span className="text-small text-muted">{about}</span>}
          {at && (
            <time
              dateTime={at.toISOString()}
              data-tip={formatMoment(at, locale).long}
              className="text-small text-faint"
            >
              {formatAgo(at, locale)}
            </time>
          )}
        </div>
        {children}
      </div>
    </div>
  );
}
