import { Banner, Button, currentDay, ProgressBar, formatDay } from '@throughline/ui';
import { useMemo } from 'react';
import { decisiveFields } from '../data/compare-days.ts';
import { WorkspaceContext } from '../data/data-context.ts';
import { DayChanges } from '../features/time-travel/day-changes.tsx';
import { PastBanner } from '../features/time-travel/past-banner.tsx';
import { useLive, usePast } from '../features/time-travel/use-past.ts';
import { readText } from '../fields/read-value.ts';
import { locale, t } from '../messages/area-t.ts';
import { useListSearch } from '../search/use-list-search.ts';
import { SpaceContent } from './space-content.tsx';
import { useSpaceView } from './use-space-view.ts';

export interface PastSpaceProps {
  /** Its id. */
  readonly space: string;
}

/** The space on an earlier day, or what changed in a view between two. */
export function PastSpace({ space }: PastSpaceProps) {
  const [{ since }] = useListSearch();
  return since === undefined ? <SpaceOfDay space={space} /> : <SpaceChanges space={space} since={since} />;
}

function SpaceOfDay({ space }: PastSpaceProps) {
  const [{ at }, change] = useListSearch();
  const past = usePast(useLive(), at, space);
  const day = at ?? currentDay();
  if (past.state === 'failed')
    return (
      <Banner
        tone="danger"
        action={
          <Button size="small" onClick={() => change({ at: undefined })}>
            {t('past.today')}
          </Button>
        }
      >
        {t('past.failed')}
      </Banner>
    );
  return (
    <>
      <PastBanner
        day={day}
        onDay={(next) => change({ at: next })}
        onCompare={() => change({ at: undefined, since: day })}
      />
      {past.state === 'open' ? (
        <WorkspaceContext value={past.data}>
          <SpaceContent key={day} space={space} />
        </WorkspaceContext>
      ) : (
        <div className="mx-auto w-full max-w-sm p-6">
          <ProgressBar
            label={t('past.opening', { day: formatDay(day, locale, currentDay()) })}
            share={null}
          />
        </div>
      )}
    </>
  );
}

function SpaceChanges({ space, since }: PastSpaceProps & { readonly since: string }) {
  const live = useLive();
  const view = useSpaceView(space);
  const [{ at }, change] = useListSearch();
  const { source, shown, columns, schema } = view;
  const compared = useMemo(
    () => ({
      entity: source.entity,
      space,
      query: shown.query,
      fields: decisiveFields(
        columns.map(({ field }) => field),
        shown.query,
        schema,
      ),
    }),
    [source, space, shown.query, columns, schema],
  );
  return (
    <>
      <Banner
        tone="info"
        action={
          <Button size="small" variant="primary" onClick={() => change({ since: undefined, at: undefined })}>
            {t('past.backToView')}
          </Button>
        }
      >
        {t('past.compareText')}
      </Banner>
      <DayChanges
        live={live}
        compared={compared}
        viewName={readText(view.view?.values['name']) || t('space.list')}
        from={since}
        to={at}
        onChange={({ from, to }) => change({ since: from, at: to })}
        onOpen={(id) => change({ open: readText(live.hub.get(source.entity, id)?.['key']) || id })}
      />
    </>
  );
}
