/** What a space ships and tells, with the values that every record shows. */
import { EmptyState } from '@throughline/ui';
import { Compass } from 'lucide-react';
import { useRecord } from '../data/data-context.ts';
import { useSession } from '../data/use-session.ts';
import { RecordFields } from '../features/record/record-fields.tsx';
import { RecordTitle } from '../features/record/record-title.tsx';
import { EntryList } from '../features/releases/entry-list.tsx';
import { EntryPage } from '../features/releases/entry-page.tsx';
import { ReleaseList } from '../features/releases/release-list.tsx';
import { ReleasePage } from '../features/releases/release-page.tsx';
import type { ReleasePlace } from '../features/releases/release-place.ts';
import { t } from '../messages/area-t.ts';

export interface ReleaseScreenProps {
  readonly spaceKey: string;
  /** Of one release or entry; empty for all of the space. */
  readonly id: string;
}

export function ReleaseScreen({ spaceKey, id }: ReleaseScreenProps) {
  const place = usePlace(spaceKey);
  const values = useRecord('release', id === '' ? undefined : id);
  if (place === undefined) return <NoSpace />;
  if (id === '') return <ReleaseList key={place.id} place={place} />;
  const parts = { entity: 'release', id, values: values ?? {} };
  return (
    <ReleasePage
      key={id}
      id={id}
      place={place}
      title={<RecordTitle {...parts} />}
      fields={<RecordFields {...parts} />}
    />
  );
}

export function ChangelogScreen({ spaceKey, id }: ReleaseScreenProps) {
  const place = usePlace(spaceKey);
  const values = useRecord('entry', id === '' ? undefined : id);
  if (place === undefined) return <NoSpace />;
  if (id === '') return <EntryList key={place.id} place={place} />;
  const title = <RecordTitle entity="entry" id={id} values={values ?? {}} />;
  return <EntryPage key={id} id={id} place={place} title={title} />;
}

function usePlace(key: string): ReleasePlace | undefined {
  return useSession().spaces.find((space) => space.key === key);
}

function NoSpace() {
  return (
    <EmptyState
      icon={<Compass size={28} strokeWidth={1.5} />}
      title={t('space.notFound')}
      text={t('space.notFoundText')}
    />
  );
}
