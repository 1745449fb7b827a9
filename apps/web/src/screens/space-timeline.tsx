import { Button, EmptyState, formatDateRange, showToast } from '@throughline/ui';
import type { Json } from '@throughline/base';
import type { Values } from '@throughline/model';
import { millisecondsToDay } from '@throughline/model';
import { parseTimelineSettings, type TimelineSettings } from '@throughline/view';
import { CalendarRange } from 'lucide-react';
import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useWorkspace } from '../data/data-context.ts';
import { DAY_MS } from '../data/timeline-calendar.ts';
import { barFields, colorField, laneField, milestoneFields } from '../data/timeline-fields.ts';
import { linksAmong } from '../data/timeline-links.ts';
import { makeTimelineModel, type TimelineModel, type TimelineShape } from '../data/timeline-model.ts';
import { rangeOfSpan, type Span } from '../data/timeline-span.ts';
import { fieldsOfMark } from '../features/timeline/timeline-marks.ts';
import type { MarkChange, TimelineActions } from '../features/timeline/timeline-actions.ts';
import { TimelineView } from '../features/timeline/timeline-view.tsx';
import { readText } from '../fields/read-value.ts';
import { locale, t } from '../messages/area-t.ts';
import { isGroupField, regroup } from './row-move.ts';
import type { SpaceLayoutProps } from './space-layouts.tsx';
import { openedId } from './space-list.tsx';
import { useTimelineBaseline } from './use-timeline-baseline.ts';
import { useLayoutSettings } from './use-layout-settings.ts';
import type { SpaceView } from './use-space-view.ts';

export function SpaceTimeline({ view, selected, onSelect, onAddField }: SpaceLayoutProps) {
  const data = useWorkspace();
  const [settings, setSettings] = useLayoutSettings(view, 'timeline', parseTimelineSettings);
  const shape = useTimelineShape(view, settings);
  const [model] = useState(() => {
    const made = makeTimelineModel(data, view.source);
    made.setShape(shape);
    return made;
  });
  useLayoutEffect(() => {
    if (model.shape() !== shape) model.setShape(shape);
  }, [model, shape]);
  const actions = useTimelineActions({ view, model, shape });
  const links = useLinks(model, settings);
  const baselineOf = useTimelineBaseline({ view, shape, day: settings.baseline });
  if (shape.bars.length === 0 && shape.milestones.length === 0 && settings.bars === null) {
    return <NoDates onAddField={onAddField} />;
  }
  return (
    <TimelineView
      label={readText(view.view?.values['name']) || t('bar.timeline')}
      model={model}
      actions={actions}
      settings={settings}
      setSettings={setSettings}
      schema={view.schema}
      links={links}
      baselineOf={baselineOf}
      openedId={openedId(view, data.hub)}
      selected={selected}
      onSelect={onSelect}
    />
  );
}

function NoDates({ onAddField }: Pick<SpaceLayoutProps, 'onAddField'>) {
  return (
    <EmptyState
      icon={<CalendarRange size={28} strokeWidth={1.5} />}
      title={t('timeline.noDates')}
      text={t('timeline.noDatesText')}
      action={
        onAddField && (
          <Button variant="primary" onClick={onAddField}>
            {t('timeline.addField')}
          </Button>
        )
      }
    />
  );
}

/** Anew only when something about it is different: settings are parsed at every drawing. */
function useTimelineShape({ shown, schema }: SpaceView, settings: TimelineSettings): TimelineShape {
  const key = JSON.stringify(settings);
  return useMemo(() => {
    const now = parseTimelineSettings(JSON.parse(key) as Json);
    return {
      query: shown.query,
      bars: barFields(now, schema),
      milestones: milestoneFields(now, schema),
      lanesBy: laneField(now, schema),
      colorBy: colorField(now, schema),
    };
  }, [shown.query, schema, key]);
}

function useLinks(model: TimelineModel, { dependencies, connections }: TimelineSettings) {
  const { hub } = useWorkspace();
  const version = useSyncExternalStore(
    useCallback((listener) => hub.onEntity('relation', listener), [hub]),
    () => hub.version('relation'),
  );
  const chosen = connections.join(' ');
  return useMemo(
    () =>
      version < 0
        ? []
        : linksAmong(
            hub,
            { dependencies, connections: chosen.split(' ') },
            (id) => model.item(id) !== undefined,
          ),
    [hub, version, dependencies, chosen, model],
  );
}

interface ActionParts {
  readonly view: SpaceView;
  readonly model: TimelineModel;
  readonly shape: TimelineShape;
}

function useTimelineActions({ view, model, shape }: ActionParts): TimelineActions {
  const data = useWorkspace();
  const { hub, rights, writer } = data;
  const { entity } = view.source;
  const { lanesBy } = shape;
  const canChange = useCallback(
    (id: string, at: number) => {
      const fields = fieldsOfMark(shape, at);
      const values = hub.get(entity, id);
      return (
        values !== undefined &&
        fields.length > 0 &&
        fields.every((field) => field.type !== 'formula' && rights.mayEditField(entity, values, field))
      );
    },
    [hub, rights, entity, shape],
  );
  const tellVanished = () =>
    showToast({ title: t('timeline.vanished'), text: t('timeline.vanishedText'), tone: 'failure' });
  return {
    canChange,
    tellVanished,
    open: (id) => view.changeSearch({ open: readText(hub.get(entity, id)?.['key']) || id }),
    canChangeLane: (id) => {
      const values = hub.get(entity, id);
      const isOpen = lanesBy !== undefined && isGroupField(lanesBy);
      return isOpen && values !== undefined && rights.mayEditField(entity, values, lanesBy);
    },
    change: (change) => {
      const now = hub.get(entity, change.id);
      if (now === undefined) return tellVanished();
      const values = changedValues(now, change, shape);
      if (Object.keys(values).length === 0) return undefined;
      const message = changeText(model.title(change.id), change);
      writer.write([{ entity, verb: 'update', id: change.id, values }], { message });
      return undefined;
    },
  };
}

function changeText(title: string, { span, from, to }: MarkChange): string {
  const isElsewhere = to !== undefined && from?.key !== to.key;
  return isElsewhere
    ? t('timeline.movedLane', { title, lane: to.label })
    : t('timeline.moved', { title, range: formatDateRange(rangeOfSpan(span), locale) });
}

/** Only what is different is written: the days, and the lane's value. */
function changedValues(now: Values, { at, span, from, to }: MarkChange, shape: TimelineShape): Values {
  const dates = Object.entries(datesOf(span, at, shape)).filter(
    ([id, value]) => JSON.stringify(now[id] ?? null) !== JSON.stringify(value),
  );
  const { lanesBy } = shape;
  const isElsewhere = lanesBy !== undefined && from !== undefined && to !== undefined && from.key !== to.key;
  const lane = isElsewhere
    ? regroup(now, [{ field: lanesBy, value: from.value }], [{ field: lanesBy, value: to.value }])
    : {};
  return { ...Object.fromEntries(dates), ...lane };
}

function datesOf(span: Span, at: number, shape: TimelineShape): Values {
  const [field, end] = fieldsOfMark(shape, at);
  if (field === undefined) return {};
  if (field.type === 'date-range') return { [field.id]: { ...rangeOfSpan(span) } };
  return {
    [field.id]: millisecondsToDay(span.start),
    ...(end && { [end.id]: millisecondsToDay(span.end - DAY_MS) }),
  };
}
