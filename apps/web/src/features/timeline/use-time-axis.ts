/** How wide time is drawn, and keeping what was in sight there when that changes. */
import { currentDay } from '@throughline/ui';
import type { TimelineScale, TimelineSettings } from '@throughline/view';
import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { addUnits, DAY_MS, floorTo } from '../../data/timeline-calendar.ts';
import type { TimelineContent } from '../../data/timeline-model.ts';
import { fittingScale, makeScale, nearestScale, ZOOM_ORDER, type Scale } from '../../data/timeline-scale.ts';
import { dayStart } from '../../data/timeline-span.ts';
import { momentAt, xOf, type TimeAxis } from './timeline-layout.ts';

/** Free to pan into on both sides. */
const marginWidth = 1600;
/** Longer ago, or later, is cut off: no page is wide enough for a slip of the keyboard in a year. */
const farthest = 150 * 366 * DAY_MS;
const leastPixelsPerDay = 0.2;
const mostPixelsPerDay = 60;

export interface TimeView {
  readonly scale: Scale;
  readonly axis: TimeAxis;
  readonly today: number;
  /** To the next finer (1) or coarser (-1) scale. */
  readonly step: (by: 1 | -1) => void;
  /** By a factor, keeping the moment `x` pixels from the left of the box. */
  readonly zoom: (factor: number, x: number) => void;
  readonly showMoment: (moment: number) => void;
  /** Call when the box was scrolled. */
  readonly noteScroll: () => void;
}

interface TimeParts {
  readonly box: RefObject<HTMLElement | null>;
  readonly extent: TimelineContent['extent'];
  readonly settings: TimelineSettings;
}

export function useTimeView({ box, extent, settings }: TimeParts): TimeView {
  const today = dayStart(currentDay());
  const [fitted] = useState(() => fitScale(extent));
  const [zoomed, setZoomed] = useState<{ readonly of: TimelineScale; readonly pixelsPerDay: number }>();
  const chosen = settings.scale ?? fitted;
  const scale = useMemo(() => {
    const own = makeScale(chosen, settings.fiscalStart);
    if (zoomed?.of !== chosen) return own;
    const name = chosen === 'fiscal-year' ? chosen : nearestScale(zoomed.pixelsPerDay);
    return { ...makeScale(name, settings.fiscalStart), pixelsPerDay: zoomed.pixelsPerDay };
  }, [chosen, settings.fiscalStart, zoomed]);
  const [start, end] = [extent?.start ?? today, extent?.end ?? today];
  const axis = useMemo(() => makeAxis(scale, { start, end, today }), [scale, start, end, today]);
  const kept = useRef<{ readonly moment: number; readonly x: number }>(undefined);
  const latest = useRef(axis);

  useLayoutEffect(() => {
    latest.current = axis;
    const element = box.current;
    if (element === null) return;
    kept.current ??= firstSight({ start, end, today }, element.clientWidth);
    element.scrollTo({ left: xOf(axis, kept.current.moment) - kept.current.x });
  }, [axis, box, start, end, today]);

  function keep(x: number): void {
    const left = box.current?.scrollLeft ?? 0;
    kept.current = { moment: momentAt(latest.current, left + x), x };
  }
  function setWidth(pixelsPerDay: number): void {
    const width = Math.min(mostPixelsPerDay, Math.max(leastPixelsPerDay, pixelsPerDay));
    setZoomed({ of: chosen, pixelsPerDay: width });
  }
  const middle = (): number => (box.current?.clientWidth ?? 0) / 2;
  return {
    scale,
    axis,
    today,
    zoom: (factor, x) => {
      keep(x);
      setWidth(scale.pixelsPerDay * factor);
    },
    step: (by) => {
      keep(middle());
      if (chosen === 'fiscal-year') return setWidth(scale.pixelsPerDay * (by > 0 ? 1.5 : 1 / 1.5));
      const next = ZOOM_ORDER[ZOOM_ORDER.indexOf(scale.name) - by];
      if (next !== undefined) setWidth(makeScale(next, 1).pixelsPerDay);
    },
    showMoment: (moment) => {
      const element = box.current;
      element?.scrollTo({ left: xOf(axis, moment) - element.clientWidth / 3 });
    },
    noteScroll: () => keep(middle()),
  };
}

function fitScale(extent: TimelineContent['extent']): TimelineScale {
  if (extent === undefined) return 'month';
  const name = fittingScale(extent.end - extent.start, Math.max(320, window.innerWidth - 320));
  return name === 'day' || name === 'week' ? 'month' : name;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly today: number;
}

function makeAxis({ over, pixelsPerDay }: Scale, { start, end, today }: Stretch): TimeAxis {
  const pixelsPerMs = pixelsPerDay / DAY_MS;
  const margin = marginWidth / pixelsPerMs;
  const first = Math.max(Math.min(start, today), today - farthest) - margin;
  const last = Math.min(Math.max(end, today), today + farthest) + margin;
  return {
    pixelsPerMs,
    origin: floorTo(over, first),
    end: addUnits(over, floorTo(over, last), 1),
  };
}

/** Today, a third from the left, where there is anything about now; else the middle of what there is. */
function firstSight({ start, end, today }: Stretch, width: number) {
  return today >= start && today <= end
    ? { moment: today, x: width / 3 }
    : { moment: (start + end) / 2, x: width / 2 };
}
