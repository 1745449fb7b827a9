import { EmptyState } from '@throughline/ui';
import { Newspaper } from 'lucide-react';
import { useRelated } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { EntryRows } from './entry-rows.tsx';
import { NewEntry } from './new-entry.tsx';
import { ReleaseFrame } from './release-frame.tsx';
import type { ReleasePlace } from './release-place.ts';

/** What customers of a space read, and will read. */
export function EntryList({ place }: { readonly place: ReleasePlace }) {
  const entries = useRelated('entry', 'space', place.id);
  const portals = useRelated('portal', 'space', place.id);
  const subscribers = portals.reduce((all, { values }) => all + Number(values['subscriberCount'] ?? 0), 0);
  const make = <NewEntry place={place} variant="primary" />;
  return (
    <ReleaseFrame place={place} at="changelog" label={t('entry.all')} actions={entries.length > 0 && make}>
      {entries.length === 0 ? (
        <EmptyState
          icon={<Newspaper size={28} strokeWidth={1.5} />}
          title={t('entry.none')}
          text={t('entry.noneText')}
          action={make}
        />
      ) : (
        <>
          <p className="text-muted">
            {t('entry.subscribers', { count: subscribers })}{' '}
            {portals.map(({ id, values }) => (
              <a
                key={id}
                href={`/portal/${readText(values['slug'])}/changelog`}
                target="_blank"
                rel="noreferrer"
                className="mr-3 text-accent-text underline-offset-2 hover:underline"
              >
                {readText(values['name'])}
              </a>
            ))}
          </p>
          <EntryRows entries={entries} place={place} />
        </>
      )}
    </ReleaseFrame>
  );
}
