/** A timeline over live rows: lanes of records with their bars and milestones, and those without dates. */
import type { Field, Values, Cell } from '@throughline/model';
import type { TimelineLook, ViewQuery } from '@throughline/view';
import type { OptionColor } from '@throughline/ui';
import { readDateRange, readText } from '../fields/read-value.ts';
import { colorOfValue } from './field-color.ts';
import { groupLook, type GroupLook } from './group-look.ts';
import { makeLiveRows, type RowGroup } from './live-rows.ts';
import type { RecordSource } from './record-source.ts';
import { makeRecordValues } from './record-values.ts';
import { makeRowStamps } from './row-stamps.ts';
import { DAY_MS } from './timeline-calendar.ts';
import { dayStart, spanOfRange, type Span } from './timeline-span.ts';
import type { WorkspaceData } from './workspace-data.ts';

/** A bar that each record may have. */
export interface BarField {
  readonly field: Field;
  /** The date that ends it, where `field` is a date. */
  readonly end: Field | undefined;
  readonly look: TimelineLook;
}

export interface TimelineShape {
  readonly query: ViewQuery;
  readonly bars: readonly BarField[];
  readonly milestones: readonly Field[];
  readonly lanesBy: Field | undefined;
  readonly colorBy: Field | undefined;
}

export interface TimelineBar {
  /** Which of the shape's bars. */
  readonly at: number;
  readonly span: Span;
}

export interface TimelineMilestone {
  readonly field: Field;
  readonly day: number;
}

export interface TimelineItem {
  readonly id: string;
  readonly title: string;
  readonly bars: readonly TimelineBar[];
  readonly milestones: readonly TimelineMilestone[];
  readonly color: OptionColor;
  /** From the first day of what is drawn to the day after the last. */
  readonly start: number;
  readonly end: number;
}

export interface TimelineLane extends GroupLook {
  readonly key: string;
  /** What records of the lane have in its field; null is nothing. */
  readonly value: Cell;
  /** Records of the lane, with and without dates. */
  readonly count: number;
  readonly items: readonly TimelineItem[];
}

export interface TimelineContent {
  /** One without a name where there are no lanes. */
  readonly lanes: readonly TimelineLane[];
  readonly unscheduled: readonly string[];
  readonly count: number;
  /** Undefined where nothing has a date. */
  readonly extent: { readonly start: number; readonly end: number } | undefined;
}

export interface TimelineModel {
  /** The same object until something changes. */
  readonly content: () => TimelineContent;
  readonly shape: () => TimelineShape | undefined;
  readonly item: (id: string) => TimelineItem | undefined;
  readonly values: (id: string) => Values;
  readonly title: (id: string) => string;
  readonly recordKey: (id: string) => string;
  readonly arrivalOf: (id: string) => number;
  readonly setShape: (shape: TimelineShape) => void;
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeTimelineModel(data: WorkspaceData, source: RecordSource): TimelineModel {
  const values = makeRecordValues(data, source);
  const rows = makeLiveRows(source, values);
  const stamps = makeRowStamps(data, { entity: source.entity, isShared: () => false });
  const listeners = new Set<() => void>();
  let shape: TimelineShape | undefined;
  let content: { readonly of: number; readonly content: TimelineContent } | undefined;
  let items = new Map<string, { readonly of: Values; readonly item: TimelineItem }>();
  let stopStamps: (() => void) | undefined;
  let shapes = 0;

  const version = (): number => rows.version() + shapes;

  function dayOf(id: string, field: Field): number | undefined {
    const day = readText(values.value(id, field)).slice(0, 10);
    const moment = day === '' ? Number.NaN : dayStart(day);
    return Number.isNaN(moment) ? undefined : moment;
  }
  function spanOf(id: string, { field, end }: BarField): Span | undefined {
    if (field.type === 'date-range') {
      const range = readDateRange(values.value(id, field));
      return range === null ? undefined : spanOfRange(range);
    }
    const first = dayOf(id, field);
    const last = end === undefined ? first : dayOf(id, end);
    const [start, finish] = [first ?? last, last ?? first];
    if (start === undefined || finish === undefined) return undefined;
    return { start: Math.min(start, finish), end: Math.max(start, finish) + DAY_MS, precision: 'day' };
  }
  function colorOf(id: string, field: Field | undefined): OptionColor {
    return (field && colorOfValue(field, values.value(id, field), data.titles)) ?? 'gray';
  }
  function makeItem(id: string, { bars, milestones, colorBy }: TimelineShape): TimelineItem {
    const drawn = bars.flatMap((bar, at) => {
      const span = spanOf(id, bar);
      return span === undefined ? [] : [{ at, span }];
    });
    const days = milestones.flatMap((field) => {
      const day = dayOf(id, field);
      return day === undefined ? [] : [{ field, day }];
    });
    return {
      id,
      title: readText(values.stored(id)['title']),
      bars: drawn,
      milestones: days,
      color: colorOf(id, colorBy),
      start: Math.min(...drawn.map(({ span }) => span.start), ...days.map(({ day }) => day)),
      end: Math.max(...drawn.map(({ span }) => span.end), ...days.map(({ day }) => day + DAY_MS)),
    };
  }
  /** Made anew only for records that changed; formulas may change with any record. */
  function itemOf(id: string, now: TimelineShape): TimelineItem {
    const of = values.stored(id);
    const known = items.get(id);
    if (known?.of === of && !isComputed(now)) return known.item;
    const item = makeItem(id, now);
    items.set(id, { of, item });
    return item;
  }
  function readContent(now: TimelineShape): TimelineContent {
    const unscheduled = new Set<string>();
    const lanes = rows.groups().map((group) => {
      const all = idsOf(group).map((id) => itemOf(id, now));
      for (const { id, start } of all) if (start === Infinity) unscheduled.add(id);
      const value = group.keys[0] ?? null;
      const look = now.lanesBy === undefined ? { label: '' } : groupLook(now.lanesBy, value, data.titles);
      const scheduled = all.filter(({ start }) => start !== Infinity);
      return { ...look, key: group.key, value, count: group.count, items: scheduled };
    });
    const drawn = lanes.flatMap((lane) => lane.items);
    const start = drawn.reduce((least, item) => Math.min(least, item.start), Infinity);
    const end = drawn.reduce((greatest, item) => Math.max(greatest, item.end), -Infinity);
    const extent = drawn.length === 0 ? undefined : { start, end };
    return { lanes, unscheduled: [...unscheduled], count: rows.count(), extent };
  }

  return {
    content: () => {
      if (content?.of !== version())
        content = { of: version(), content: shape === undefined ? nothing : readContent(shape) };
      return content.content;
    },
    shape: () => shape,
    item: (id) =>
      shape === undefined || data.hub.get(source.entity, id) === undefined ? undefined : itemOf(id, shape),
    values: values.stored,
    title: (id) => readText(values.stored(id)['title']),
    recordKey: (id) => readText(values.stored(id)['key']),
    arrivalOf: stamps.arrivalOf,
    setShape: (next) => {
      shape = next;
      items = new Map();
      shapes += 1;
      const by = next.lanesBy;
      const group = by === undefined ? [] : [groupBy(by)];
      rows.setQuery({ ...next.query, group, aggregates: [] });
      for (const listener of listeners) listener();
    },
    version,
    subscribe: (listener) => {
      listeners.add(listener);
      stopStamps ??= stamps.follow();
      const stop = rows.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
        if (listeners.size > 0) return;
        stopStamps?.();
        stopStamps = undefined;
      };
    },
  };
}

const nothing: TimelineContent = { lanes: [], unscheduled: [], count: 0, extent: undefined };

function groupBy({ id }: Field): ViewQuery['group'][number] {
  return { by: { type: 'field', field: id }, direction: 'ascending' };
}

function idsOf(group: RowGroup): readonly string[] {
  return Array.from({ length: group.count }, (_, index) => group.idAt(index) ?? '');
}

function isComputed({ bars, milestones, colorBy }: TimelineShape): boolean {
  const fields = [...bars.flatMap(({ field, end }) => [field, end]), ...milestones, colorBy];
  return fields.some((field) => field?.type === 'formula');
}
