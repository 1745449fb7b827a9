import { useMemo } from 'react';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { categoryName } from './category-name.ts';
import { momentWords } from './day-words.ts';
import { entryHref, type ReleasePlace } from './release-place.ts';
import { StateBadge } from './release-state.tsx';

export interface EntryRowsProps {
  readonly entries: readonly ReplicaRecord[];
  readonly place: ReleasePlace;
}

/** Drafts first, then what is scheduled, then what was published, the latest first. */
export function EntryRows({ entries, place }: EntryRowsProps) {
  const ordered = useMemo(() => entries.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a))), [entries]);
  if (ordered.length === 0) return <p className="text-muted">{t('entry.noneHere')}</p>;
  return (
    <ul className="divide-y border-y">
      {ordered.map(({ id, values }) => (
        <li key={id}>
          <AppLink
            href={entryHref(place, id)}
            className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-2 py-2 hover:bg-hover"
          >
            <span className="min-w-40 flex-1 truncate font-medium">{readText(values['title'])}</span>
            <span className="text-small text-muted">
              {readTexts(values['categories']).map(categoryName).join(', ')}
            </span>
            <span className="figures text-small text-muted">
              {momentWords(values['publishAt'] ?? values['publishedAt'])}
            </span>
            <StateBadge state={values['state']} />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

function dayOf({ id, values }: ReplicaRecord): string {
  const day = values['state'] === 'draft' ? '9999' : readText(values['publishAt'] ?? values['publishedAt']);
  return `${day} ${id}`;
}
