import { UnfoldItem } from '@throughline/ui';
import { useState, type ReactNode } from 'react';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { formatAgo, readMoment } from '../../fields/moment-text.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';

export interface ChannelListProps {
  readonly records: readonly ReplicaRecord[];
  readonly none: string;
  readonly aboutOf: (record: ReplicaRecord) => ReactNode;
  readonly children: (record: ReplicaRecord) => ReactNode;
}

export function ChannelList({ records, none, aboutOf, children }: ChannelListProps) {
  const [open, setOpen] = useState<string>();
  if (records.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="divide-y border-y">
      {records.map((record) => (
        <UnfoldItem
          key={record.id}
          isOpen={open === record.id}
          onToggle={() => setOpen(open === record.id ? undefined : record.id)}
          head={
            <>
              <span className="min-w-0 flex-1 truncate font-medium">{readText(record.values['name'])}</span>
              {aboutOf(record)}
            </>
          }
        >
          {children(record)}
        </UnfoldItem>
      ))}
    </ul>
  );
}

export function ChannelHealth({ item }: { readonly item: Readonly<Record<string, unknown>> | undefined }) {
  if (item === undefined) return null;
  const count = readNumber(item['items']) ?? 0;
  const last = readMoment(item['lastItemAt']);
  const waiting = readNumber(item['waiting']) ?? 0;
  const backlog = readNumber(item['backlog']) ?? 0;
  const faultAt = readMoment(item['faultAt']);
  const parts = [
    count === 0 ? t('channel.nothing') : t('channel.items', { count }),
    ...(last ? [t('channel.last', { ago: formatAgo(last, locale) })] : []),
    ...(backlog > 0 ? [t('channel.backlog', { count: backlog })] : []),
    ...(waiting > 0 ? [t('channel.waiting', { count: waiting })] : []),
  ];
  return (
    <span className="figures flex flex-col items-end pr-2 text-small text-muted">
      <span>{parts.join(' · ')}</span>
      {faultAt && (
        <span className="text-danger">
          {t('channel.fault', { ago: formatAgo(faultAt, locale), fault: readText(item['fault']) })}
        </span>
      )}
    </span>
  );
}
