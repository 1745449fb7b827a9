import { Banner, Button, currentDay, ProgressBar, formatDay } from '@throughline/ui';
import { useMemo, type ReactNode } from 'react';
import { decisiveFields } from '../data/compare-days.ts';
import { WorkspaceContext } from '../data/data-context.ts';
import type { Place } from '../data/record-source.ts';
import { DayChanges } from '../features/time-travel/day-changes.tsx';
import { PastBanner } from '../features/time-travel/past-banner.tsx';
import { useLive, usePast } from '../features/time-travel/use-past.ts';
import { readText } from '../fields/read-value.ts';
import { locale, t } from '../messages/area-t.ts';
import { useListSearch } from '../search/use-list-search.ts';
import { SpaceContent } from './space-content.tsx';
import { useSpaceView, type SpaceView } from './use-space-view.ts';

export interface PastSpaceProps {
  /** Its id. */
  readonly space: string;
}

/** The space on an earlier day, or what changed in a view between two. */
export function PastSpace({ space }: PastSpaceProps) {
  const [{ since }] = useListSearch();
  const view = useSpaceView(space);
  return since === undefined ? (
    <PlaceOfDay place={space}>
      <SpaceContent space={space} />
    </PlaceOfDay>
  ) : (
    <ViewChanges view={view} since={since} />
  );
}

export interface PlaceOfDayProps {
  readonly place: Place;
  /** Drawn over the records of then. */
  readonly children: ReactNode;
}

/** What the spaces looked at held at the end of the day in the address. */
export function PlaceOfDay({ place, children }: PlaceOfDayProps) {
  const [{ at }, change] = useListSearch();
  const past = usePast(useLive(), at, place);
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
        <WorkspaceContext key={day} value={past.data}>
          {children}
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

/** What came into a view, went and changed since an earlier day, who did it and why. */
export function ViewChanges({ view, since }: { readonly view: SpaceView; readonly since: string }) {
  const live = useLive();
  const [{ at }, change] = useListSearch();
  const { source, place, shown, columns, schema } = view;
  const compared = useMemo(
    () => ({
      entity: source.entity,
      place,
      query: shown.query,
      fields: decisiveFields(
        columns.map(({ field }) => field),
        shown.query,
        schema,
      ),
    }),
    [source, place, shown.query, columns, schema],
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
