/** What a view keeps for its timeline. */
import type { Json } from '@throughline/base';
import { parseDay } from '@throughline/model';
import { readInteger, readNames } from './kept-lists.ts';
import { readFlag, readName, readObject, readOneOf } from './read-kept.ts';

export const TIMELINE_SCALES = ['day', 'week', 'month', 'quarter', 'half', 'year', 'fiscal-year'] as const;
export type TimelineScale = (typeof TIMELINE_SCALES)[number];

export const TIMELINE_LOOKS = ['solid', 'outline', 'thin'] as const;
export type TimelineLook = (typeof TIMELINE_LOOKS)[number];

/** A bar of each record: over a range field, over one date, or from one date to another. */
export interface TimelineBarSetting {
  readonly field: string;
  /** The date field that ends it, where `field` is a date. */
  readonly end: string | null;
  readonly look: TimelineLook;
}

/** A named day that concerns all records: a launch, a conference. */
export interface TimelineMarker {
  readonly id: string;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

export interface TimelineSettings {
  /** Null while nobody has chosen: the first range field. */
  readonly bars: readonly TimelineBarSetting[] | null;
  /** Date fields drawn as diamonds. */
  readonly milestones: readonly string[];
  /** Null: what fits the data. */
  readonly scale: TimelineScale | null;
  /** The month a fiscal year begins with, 1 to 12. */
  readonly fiscalStart: number;
  /** The field that makes swim lanes; null for none. */
  readonly lanes: string | null;
  /** Keys of lanes that are folded. */
  readonly folded: readonly string[];
  /** The field that colours bars. */
  readonly color: string | null;
  readonly labels: 'inside' | 'beside';
  /** Whether `blocks` connections are drawn. */
  readonly dependencies: boolean;
  /** Connection fields that are drawn too. */
  readonly connections: readonly string[];
  readonly markers: readonly TimelineMarker[];
  /** The day whose ranges are drawn behind those of now. */
  readonly baseline: string | null;
  /** Whether records without dates are listed beside. */
  readonly tray: boolean;
}

const mostBars = 6;
const mostMarkers = 50;

/** Tolerant: what cannot be read is as if nothing had been kept. */
export function parseTimelineSettings(kept: Json | undefined): TimelineSettings {
  const settings = readObject(kept);
  return {
    bars: Array.isArray(settings['bars']) ? readBars(settings['bars']) : null,
    milestones: readNames(settings['milestones']),
    scale: TIMELINE_SCALES.find((scale) => scale === settings['scale']) ?? null,
    fiscalStart: readInteger(settings['fiscalStart'], [1, 12]) ?? 1,
    lanes: readName(settings['lanes']),
    folded: readNames(settings['folded']),
    color: readName(settings['color']),
    labels: readOneOf(settings['labels'], ['inside', 'beside'], 'inside'),
    dependencies: readFlag(settings['dependencies'], true),
    connections: readNames(settings['connections']),
    markers: readMarkers(settings['markers']),
    baseline: readDay(settings['baseline']),
    tray: readFlag(settings['tray'], false),
  };
}

function readBars(kept: readonly Json[]): readonly TimelineBarSetting[] {
  const bars = kept.flatMap((item) => {
    const { field, end, look } = readObject(item);
    const named = readName(field);
    return named === null
      ? []
      : [{ field: named, end: readName(end), look: readOneOf(look, TIMELINE_LOOKS, 'solid') }];
  });
  return bars.slice(0, mostBars);
}

function readMarkers(kept: Json | undefined): readonly TimelineMarker[] {
  if (!Array.isArray(kept)) return [];
  const markers = kept.flatMap((item) => {
    const { id, name, day } = readObject(item);
    const [ownId, ownDay] = [readName(id), readDay(day)];
    return ownId === null || ownDay === null ? [] : [{ id: ownId, name: readName(name) ?? '', day: ownDay }];
  });
  return markers.slice(0, mostMarkers);
}

function readDay(kept: Json | undefined): string | null {
  const text = readName(kept);
  return text !== null && parseDay(text).ok ? text : null;
}
