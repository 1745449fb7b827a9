/** Moves marks, pulls their ends and takes records from the tray, with the mouse or a pen. Fingers pan. */
import { useEffect, useMemo, useRef, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { scrollStep } from '../../drag/scroll-step.ts';
import type { Scale } from '../../data/timeline-scale.ts';
import { DAY } from '../../data/timeline-calendar.ts';
import type { TimelineModel } from '../../data/timeline-model.ts';
import { moveSpan, pullSpan, spanAt, type Edge, type Span } from '../../data/timeline-span.ts';
import { TRAY_KEY, type Drag, type DragStore } from './drag-store.ts';
import type { TimelineActions } from './timeline-actions.ts';
import { headerHeight } from './timeline-header.tsx';
import { laneAt, momentAt, type TimeAxis, type TimelineLayout } from './timeline-layout.ts';
import { marksOf, readPlace, type MarkPlace } from './timeline-marks.ts';

export interface DragParts {
  readonly box: RefObject<HTMLElement | null>;
  readonly model: TimelineModel;
  readonly drags: DragStore;
  readonly actions: TimelineActions;
  readonly axis: TimeAxis;
  readonly scale: Scale;
  readonly layout: TimelineLayout;
}

export interface MarkDrag {
  readonly startMark: (event: ReactPointerEvent) => void;
  readonly startTray: (id: string, event: ReactPointerEvent) => void;
  /** A click that ends a drag is none. */
  readonly wasDrag: () => boolean;
}

/** The pointer has to go so far before anything moves: a click is no drag. */
const threshold = 4;

interface Held {
  readonly key: string;
  readonly place: MarkPlace;
  /** Nothing, for a record from the tray. */
  readonly span: Span | undefined;
  readonly edge: Edge | undefined;
  /** Where the pointer took hold, in the content's pixels. */
  readonly x: number;
  readonly y: number;
}

interface Pointer {
  readonly clientX: number;
  readonly clientY: number;
  readonly altKey: boolean;
}

export function useMarkDrag(parts: DragParts): MarkDrag {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const session = useRef<() => void>(undefined);
  const dragged = useRef(false);
  useEffect(() => () => session.current?.(), []);

  return useMemo(() => {
    function begin(held: Held, down: Pointer): void {
      session.current?.();
      dragged.current = false;
      session.current = hold(held, down, {
        parts: () => latest.current,
        onMoved: () => {
          dragged.current = true;
        },
      });
    }
    return {
      wasDrag: () => {
        const was = dragged.current;
        dragged.current = false;
        return was;
      },
      startMark: (event) => {
        const { model, actions, box } = latest.current;
        const element = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
        const key = element?.getAttribute('data-mark');
        if (event.button !== 0 || event.pointerType === 'touch' || key === null || key === undefined) return;
        const place = readPlace(key);
        const [item, shape] = [model.item(place.id), model.shape()];
        const mark = item && shape && marksOf(item, shape).find(({ at }) => at === place.at);
        if (mark === undefined || !actions.canChange(place.id, place.at)) return;
        const edge = event.target instanceof Element ? event.target.getAttribute('data-edge') : null;
        const own = edge === 'start' || edge === 'end' ? edge : undefined;
        begin({ key, place, span: mark.span, edge: own, ...inContent(box.current, event) }, event);
      },
      startTray: (id, event) => {
        const { model, actions, box } = latest.current;
        const at = model.shape()?.bars.findIndex((_bar, index) => actions.canChange(id, index)) ?? -1;
        if (event.button !== 0 || event.pointerType === 'touch' || at < 0) return;
        const place = { id, at, laneKey: '' };
        begin(
          { key: TRAY_KEY, place, span: undefined, edge: undefined, ...inContent(box.current, event) },
          event,
        );
      },
    };
  }, []);
}

function inContent(box: HTMLElement | null, { clientX, clientY }: Pick<Pointer, 'clientX' | 'clientY'>) {
  const edges = box?.getBoundingClientRect();
  return {
    x: clientX - (edges?.left ?? 0) + (box?.scrollLeft ?? 0),
    y: clientY - (edges?.top ?? 0) - headerHeight + (box?.scrollTop ?? 0),
  };
}

interface HoldParts {
  readonly parts: () => DragParts;
  readonly onMoved: () => void;
}

/** Follows the pointer until it is let go, Escape is pressed or the record vanishes. Answers the way to stop. */
function hold(held: Held, down: Pointer, { parts, onMoved }: HoldParts): () => void {
  let pointer = down;
  let frame = 0;
  let isMoving = false;

  function follow(): void {
    const { box, drags } = parts();
    drags.set(dragAt(held, pointer, parts()));
    const element = box.current;
    if (element === null) return;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const across = scrollStep(pointer.clientX, left, right);
    const along = scrollStep(pointer.clientY, top + headerHeight, bottom);
    const isOver = pointer.clientX > left && pointer.clientX < right;
    if (!isOver || (across === 0 && along === 0)) return;
    element.scrollBy(across, along);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(follow);
  }
  function move(event: PointerEvent): void {
    pointer = event;
    const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    if (!isMoving && far < threshold) return;
    isMoving = true;
    onMoved();
    follow();
  }
  function end(): void {
    cancelAnimationFrame(frame);
    stopModel();
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', drop);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', key, true);
    parts().drags.set(undefined);
  }
  function drop(): void {
    const { drags, actions, layout } = parts();
    const drag = drags.get();
    end();
    if (drag === undefined || !isMoving) return;
    const laneOf = (laneKey: string) => layout.blocks.find(({ lane }) => lane.key === laneKey)?.lane;
    const { id, at, laneKey } = drag.place;
    actions.change({ id, at, span: drag.span, from: laneOf(laneKey), to: laneOf(drag.toLane) });
  }
  function key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !isMoving) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  }
  const stopModel = parts().model.subscribe(() => {
    if (!isMoving || isStillHere(held, parts().model)) return;
    end();
    parts().actions.tellVanished();
  });
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', drop);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', key, true);
  return end;
}

/** It may have been removed by somebody else, or no longer match the filter. */
export function isStillHere({ place }: Pick<Held, 'place'>, model: TimelineModel): boolean {
  const { lanes, unscheduled } = model.content();
  return unscheduled.includes(place.id) || lanes.some(({ items }) => items.some(({ id }) => id === place.id));
}

/** Undefined for a record of the tray that is not over the timeline. */
function dragAt(held: Held, pointer: Pointer, parts: DragParts): Drag | undefined {
  const { box, axis, scale, layout, actions, drags } = parts;
  const { x, y } = inContent(box.current, pointer);
  const unit = pointer.altKey ? DAY : scale.unit;
  const lane = laneAt(layout, y)?.lane.key ?? '';
  if (held.span === undefined) {
    if (!isOver(box.current, pointer)) return undefined;
    const span = spanAt(unit, momentAt(axis, x));
    return { key: held.key, place: held.place, span, toLane: lane, down: y };
  }
  const moved = (x - held.x) / axis.pixelsPerMs;
  if (held.edge !== undefined) {
    const span = pullSpan(held.span, { edge: held.edge, at: held.span[held.edge] + moved }, unit);
    return keepSame(drags.get(), { ...held, span, toLane: held.place.laneKey, down: 0 });
  }
  const span =
    Math.abs(x - held.x) < threshold ? held.span : moveSpan(held.span, held.span.start + moved, unit);
  const canChangeLane = layout.blocks.length > 1 && actions.canChangeLane(held.place.id);
  const toLane = canChangeLane ? lane : held.place.laneKey;
  return keepSame(drags.get(), { ...held, span, toLane, down: canChangeLane ? y - held.y : 0 });
}

/** The same object where nothing is different: nothing is drawn then. */
function keepSame(now: Drag | undefined, { key, place, span, toLane, down }: Drag): Drag {
  const isSame =
    now?.key === key &&
    now.span.start === span.start &&
    now.span.end === span.end &&
    now.toLane === toLane &&
    now.down === down;
  return isSame ? now : { key, place, span, toLane, down };
}

function isOver(box: HTMLElement | null, { clientX, clientY }: Pointer): boolean {
  if (box === null) return false;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
