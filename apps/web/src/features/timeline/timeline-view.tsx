/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- what scrolls must be reachable by keyboard, a named group is what its marks are, and it hears what happens to them */
import { makeSidesReader, useSight } from '@throughline/ui';
import type { TimelineSettings } from '@throughline/view';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type FocusEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import type { TimelineLink } from '../../data/timeline-links.ts';
import type { TimelineModel } from '../../data/timeline-model.ts';
import type { Span } from '../../data/timeline-span.ts';
import { DayLines } from './day-lines.tsx';
import { DragGhost } from './drag-ghost.tsx';
import { makeDragStore } from './drag-store.ts';
import { followWheel } from './follow-wheel.ts';
import { findPlace, placeOf, reveal } from './mark-places.ts';
import { firstPlace } from './mark-walk.ts';
import type { TimelineActions } from './timeline-actions.ts';
import { TimelineContext, type TimelineParts } from './timeline-context.ts';
import { headerHeight, TimelineGrid, TimelineHeader } from './timeline-header.tsx';
import { TimelineLaneBlock } from './timeline-lane.tsx';
import {
  blocksInSight,
  layoutTimeline,
  rowShape,
  xOf,
  type TimeAxis,
  type TimelineLayout,
} from './timeline-layout.ts';
import { TimelineLinks } from './timeline-links.tsx';
import { printPlace, type MarkPlace } from './timeline-marks.ts';
import { TimelineStrip, type StripProps } from './timeline-strip.tsx';
import { TimelineTray } from './timeline-tray.tsx';
import { useMarkDrag } from './use-mark-drag.ts';
import { useMarkKeys } from './use-mark-keys.ts';
import { useTimelineShortcuts } from './use-timeline-shortcuts.ts';
import { useTimeView } from './use-time-axis.ts';

const sightReader = makeSidesReader({ x: 240, y: 160 });

export interface TimelineViewProps {
  readonly label: string;
  readonly model: TimelineModel;
  readonly actions: TimelineActions;
  readonly settings: TimelineSettings;
  readonly setSettings: (part: Partial<TimelineSettings>) => void;
  readonly schema: StripProps['schema'];
  readonly links: readonly TimelineLink[];
  readonly baselineOf: (id: string, at: number) => Span | undefined;
  readonly openedId: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

export function TimelineView(props: TimelineViewProps) {
  const { label, model, actions, settings, setSettings, links, selected, onSelect } = props;
  const version = useSyncExternalStore(
    useCallback((listener) => model.subscribe(listener), [model]),
    model.version,
  );
  const box = useRef<HTMLDivElement>(null);
  const content = model.content();
  const shape = model.shape();
  const [drags] = useState(makeDragStore);
  const sight = useSight(box, sightReader);
  const time = useTimeView({ box, extent: content.extent, settings });
  const { axis, scale } = time;
  const layout = useLayout(content.lanes, {
    axis,
    settings,
    bars: shape?.bars ?? [],
    hasHeads: shape?.lanesBy !== undefined,
  });
  const [kept, setActive] = useState<MarkPlace>();
  const active = findPlace(layout, kept) ?? (shape && firstPlace(layout, shape, time.today));
  const activeKey = active && printPlace(active);
  const dragParts = { box, model, drags, actions, axis, scale, layout };
  const drag = useMarkDrag(dragParts);

  function goTo(place: MarkPlace) {
    setActive(place);
    requestAnimationFrame(() => reveal(box.current, { place, layout: latest.current, axis, model }));
  }
  const latest = useLatest(layout);
  const keys = useMarkKeys({ ...dragParts, active, goTo });
  useEffect(() => followWheel(box, time.zoom));

  function toggle(id: string) {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  }
  function handleClick(event: MouseEvent) {
    const place = placeOf(event.target);
    if (place === undefined || drag.wasDrag()) return;
    setActive(place);
    if (event.ctrlKey || event.metaKey || event.shiftKey) toggle(place.id);
    else actions.open(place.id);
  }
  function handleFocus(event: FocusEvent) {
    const place = placeOf(event.target);
    if (place !== undefined) setActive(place);
  }
  useTimelineShortcuts({ active, goTo, keys, time, toggle });
  const { canChange } = actions;
  const { baselineOf, openedId } = props;
  const parts = useMemo<TimelineParts | undefined>(
    () =>
      shape && {
        model,
        shape,
        axis,
        row: layout.row,
        labels: settings.labels,
        drags,
        openedId,
        selected,
        activeKey,
        canChange,
        baselineOf,
      },
    [
      model,
      shape,
      axis,
      layout.row,
      settings.labels,
      drags,
      openedId,
      selected,
      activeKey,
      canChange,
      baselineOf,
    ],
  );
  const hasHeads = shape?.lanesBy !== undefined;
  const foldLane = useFoldLane(settings, setSettings);
  return (
    <TimelineContext value={parts}>
      <TimelineStrip
        schema={props.schema}
        settings={settings}
        setSettings={setSettings}
        scale={scale}
        onStep={time.step}
        onToday={() => time.showMoment(time.today)}
        unscheduled={content.unscheduled.length}
      />
      <div className="flex min-h-0 flex-1 max-sm:flex-col">
        <div
          ref={box}
          role="group"
          aria-label={label}
          tabIndex={0}
          data-version={version}
          onScroll={time.noteScroll}
          onClick={handleClick}
          onFocus={handleFocus}
          onBlur={keys.giveUp}
          onKeyDown={keys.handleKey}
          onPointerDown={drag.startMark}
          className="relative isolate min-h-0 min-w-0 flex-1 overflow-auto overscroll-contain focus-visible:-outline-offset-2"
        >
          <TimelineHeader
            scale={scale}
            axis={axis}
            left={sight.left}
            right={sight.right}
            today={time.today}
          />
          <div
            className="relative"
            style={{
              width: xOf(axis, axis.end),
              height: layout.height,
              minHeight: `calc(100% - ${headerHeight}px)`,
            }}
          >
            <TimelineGrid scale={scale} axis={axis} sight={sight} />
            <DayLines axis={axis} today={time.today} markers={settings.markers} />
            {parts && (
              <>
                <TimelineLinks links={links} layout={layout} sight={sight} />
                {blocksInSight(layout, sight).map((block) => (
                  <TimelineLaneBlock
                    key={block.lane.key}
                    block={block}
                    sight={sight}
                    hasHead={hasHeads}
                    onFold={foldLane}
                    activeId={active?.laneKey === block.lane.key ? active.id : undefined}
                  />
                ))}
                <DragGhost />
              </>
            )}
          </div>
        </div>
        {settings.tray && (
          <TimelineTray
            ids={content.unscheduled}
            model={model}
            onGrab={drag.startTray}
            actions={actions}
            onClose={() => setSettings({ tray: false })}
          />
        )}
      </div>
      <output className="sr-only">{keys.announcement}</output>
    </TimelineContext>
  );
}

interface LayoutHookParts {
  readonly axis: TimeAxis;
  readonly settings: TimelineSettings;
  readonly bars: Parameters<typeof rowShape>[0];
  readonly hasHeads: boolean;
}

/** Packs anew only when something that it packs is different, and keeps rows as they were where it can. */
function useLayout(
  lanes: Parameters<typeof layoutTimeline>[0]['lanes'],
  { axis, settings, bars, hasHeads }: LayoutHookParts,
): TimelineLayout {
  const [pack] = useState(makePacker);
  const { folded, labels } = settings;
  const foldedKey = folded.join('\n');
  return useMemo(
    () =>
      pack({ lanes, axis, labels, hasHeads, row: rowShape(bars), folded: new Set(foldedKey.split('\n')) }),
    [pack, lanes, axis, labels, hasHeads, bars, foldedKey],
  );
}

/** Lays out with the rows until now as a hint: any of them gives a right layout. */
function makePacker(): (parts: Parameters<typeof layoutTimeline>[0]) => TimelineLayout {
  let before: TimelineLayout | undefined;
  return (parts) => (before = layoutTimeline(parts, before));
}

function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

function useFoldLane({ folded }: TimelineSettings, setSettings: TimelineViewProps['setSettings']) {
  const latest = useRef({ folded, setSettings });
  useEffect(() => {
    latest.current = { folded, setSettings };
  });
  return useCallback((key: string) => {
    const { folded: now } = latest.current;
    latest.current.setSettings({
      folded: now.includes(key) ? now.filter((each) => each !== key) : [...now, key],
    });
  }, []);
}
