/** What of a record is drawn on a timeline and can be taken hold of: its bars and its milestones. */
import type { Field } from '@throughline/model';
import { DAY_MS } from '../../data/timeline-calendar.ts';
import type { TimelineItem, TimelineShape } from '../../data/timeline-model.ts';
import type { Span } from '../../data/timeline-span.ts';

export interface Mark {
  /** Which bar of the timeline; milestones count down from -1. */
  readonly at: number;
  readonly span: Span;
}

/** Names a mark on the page: a record may stand in several lanes, and have several bars. */
export interface MarkPlace {
  readonly laneKey: string;
  readonly id: string;
  readonly at: number;
}

export function isMilestone(at: number): boolean {
  return at < 0;
}

export function marksOf({ bars, milestones }: TimelineItem, shape: TimelineShape): readonly Mark[] {
  const days = milestones.map(({ field, day }) => ({
    at: -1 - shape.milestones.indexOf(field),
    span: { start: day, end: day + DAY_MS, precision: 'day' } as const,
  }));
  return [...bars, ...days];
}

/** The fields that hold where a mark begins and ends. */
export function fieldsOfMark(shape: TimelineShape, at: number): readonly Field[] {
  if (isMilestone(at)) return shape.milestones.slice(-1 - at, -at);
  const bar = shape.bars[at];
  return bar === undefined ? [] : bar.end === undefined ? [bar.field] : [bar.field, bar.end];
}

/** A single date is moved, not pulled longer. */
export function canStretch(shape: TimelineShape, at: number): boolean {
  const bar = shape.bars[at];
  return bar !== undefined && (bar.field.type === 'date-range' || bar.end !== undefined);
}

export function printPlace({ laneKey, id, at }: MarkPlace): string {
  return `${at} ${id} ${laneKey}`;
}

export function readPlace(text: string): MarkPlace {
  const [at = '', id = ''] = text.split(' ', 2);
  return { at: Number(at), id, laneKey: text.slice(at.length + id.length + 2) };
}
