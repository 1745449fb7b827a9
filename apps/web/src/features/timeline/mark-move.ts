/** A mark under way by the keys: what each key makes of it. */
import type { CalendarUnit } from '../../data/timeline-calendar.ts';
import { stepEdge, stepSpan } from '../../data/timeline-span.ts';
import type { Drag } from './drag-store.ts';
import { rowTopOf, type TimelineLayout } from './timeline-layout.ts';

export interface MoveKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export interface MoveParts {
  readonly unit: CalendarUnit;
  readonly layout: TimelineLayout;
  readonly canStretch: boolean;
  readonly canChangeLane: boolean;
}

/** Undefined for keys that mean nothing here. */
export function moveByKey(
  drag: Drag,
  { key, shiftKey, altKey }: MoveKey,
  parts: MoveParts,
): Drag | undefined {
  const count = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (count !== undefined) {
    if (!shiftKey) return { ...drag, span: stepSpan(drag.span, count, parts.unit) };
    const edge = altKey ? 'start' : 'end';
    return parts.canStretch ? { ...drag, span: stepEdge(drag.span, { edge, count }, parts.unit) } : drag;
  }
  const lanes = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (lanes === undefined) return undefined;
  const { blocks } = parts.layout;
  const at = blocks.findIndex(({ lane }) => lane.key === drag.toLane);
  const next = blocks[at + lanes];
  if (next === undefined || !parts.canChangeLane) return drag;
  const from = rowTopOf(parts.layout, drag.place.laneKey, drag.place.id) ?? next.rowsTop;
  const isBack = next.lane.key === drag.place.laneKey;
  return { ...drag, toLane: next.lane.key, down: isBack ? 0 : next.rowsTop - from };
}
