import { Button, EmptyState, lazyWhenOpen } from '@throughline/ui';
import { Plus, Rocket } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { useGo } from '../../router/router-context.ts';
import { momentWords, dayWords } from './day-words.ts';
import { ReleaseFrame } from './release-frame.tsx';
import { byDay, releaseHref, type ReleasePlace } from './release-place.ts';
import { StateBadge } from './release-state.tsx';
import type { NewReleaseProps } from './new-release.tsx';

const NewRelease = lazyWhenOpen<NewReleaseProps>(async () => (await import('./new-release.tsx')).NewRelease);

/** What a space ships, and has shipped. */
export function ReleaseList({ place }: { readonly place: ReleasePlace }) {
  const { rights } = useWorkspace();
  const go = useGo();
  const all = useRelated('release', 'space', place.id);
  const releases = useMemo(() => all.toSorted(byDay), [all]);
  const [isMaking, setMaking] = useState(false);
  const make = rights.may('create', 'release', { space: place.id }) && (
    <Button variant="primary" icon={<Plus size={14} />} onClick={() => setMaking(true)}>
      {t('release.new')}
    </Button>
  );
  return (
    <ReleaseFrame place={place} at="releases" label={t('release.all')} actions={releases.length > 0 && make}>
      {releases.length === 0 ? (
        <EmptyState
          icon={<Rocket size={28} strokeWidth={1.5} />}
          title={t('release.none')}
          text={t('release.noneText')}
          action={make}
        />
      ) : (
        <ul className="divide-y border-y">
          {releases.map((release) => (
            <ReleaseLine key={release.id} release={release} href={releaseHref(place, release.id)} />
          ))}
        </ul>
      )}
      <NewRelease
        open={isMaking}
        onOpenChange={setMaking}
        space={place.id}
        onCreated={(id) => go(releaseHref(place, id))}
      />
    </ReleaseFrame>
  );
}

function ReleaseLine({
  release: { id, values },
  href,
}: {
  readonly release: ReplicaRecord;
  readonly href: string;
}) {
  const tasks = useRelated('launch-task', 'release', id);
  const done = tasks.filter((task) => task.values['done'] === true).length;
  const shipped = readText(values['shippedAt']);
  const day = shipped === '' ? dayWords(values['plannedOn']) : momentWords(shipped);
  return (
    <li>
      <AppLink
        href={href}
        className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-2 py-2 hover:bg-hover"
      >
        <span className="min-w-40 flex-1 truncate font-medium">
          {readText(values['name'])}
          <span className="ml-2 font-normal text-muted">{readText(values['version'])}</span>
        </span>
        {tasks.length > 0 && (
          <span className="figures text-small text-muted">
            {t('release.tasksDone', { done, count: tasks.length })}
          </span>
        )}
        <span className="figures text-small text-muted">{day}</span>
        <StateBadge state={values['state']} />
      </AppLink>
    </li>
  );
}
