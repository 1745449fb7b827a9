/** Where bars stood at the end of a day that a timeline is compared with. */
import { formatDay, showToast } from '@throughline/ui';
import { useCallback, useEffect, useMemo } from 'react';
import { makeTimelineModel, type TimelineShape } from '../data/timeline-model.ts';
import type { Span } from '../data/timeline-span.ts';
import { useLive, usePast } from '../features/time-travel/use-past.ts';
import { locale, t } from '../messages/area-t.ts';
import type { SpaceView } from './use-space-view.ts';

export interface BaselineParts {
  readonly view: SpaceView;
  readonly shape: TimelineShape;
  /** `YYYY-MM-DD`; null compares with nothing. */
  readonly day: string | null;
}

export function useTimelineBaseline({
  view,
  shape,
  day,
}: BaselineParts): (id: string, at: number) => Span | undefined {
  const past = usePast(useLive(), day ?? undefined, view.place);
  const { entity } = view.source;
  const then = day !== null && past.state === 'open' ? past.data : undefined;
  const model = useMemo(() => {
    if (then === undefined) return undefined;
    const made = makeTimelineModel(then, then.source(entity, view.place));
    made.setShape(shape);
    return made;
  }, [then, entity, view.place, shape]);
  const isLost = past.state === 'failed';
  useEffect(() => {
    if (!isLost || day === null) return;
    showToast({ title: t('timeline.baselineGone', { day: formatDay(day, locale, '') }), tone: 'failure' });
  }, [isLost, day]);
  return useCallback((id, at) => model?.item(id)?.bars.find((bar) => bar.at === at)?.span, [model]);
}
