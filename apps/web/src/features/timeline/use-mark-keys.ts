/** The keyboard on a timeline: walking from bar to bar, and moving the one it is on. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../messages/area-t.ts';
import { formatDateRange } from '@throughline/ui';
import { locale } from '../../messages/area-t.ts';
import { rangeOfSpan } from '../../data/timeline-span.ts';
import type { Drag } from './drag-store.ts';
import { moveByKey } from './mark-move.ts';
import { walk, type Way } from './mark-walk.ts';
import { canStretch, marksOf, printPlace, readPlace, type MarkPlace } from './timeline-marks.ts';
import type { DragParts } from './use-mark-drag.ts';

export interface MarkKeysParts extends DragParts {
  readonly active: MarkPlace | undefined;
  readonly goTo: (place: MarkPlace) => void;
}

export interface MarkKeys {
  readonly handleKey: (event: KeyboardEvent) => void;
  readonly step: (way: Way) => void;
  /** Takes hold of the bar that the keyboard is on. */
  readonly startMove: () => void;
  /** The focus went elsewhere: what was under way is given up. */
  readonly giveUp: () => void;
  readonly announcement: string;
}

const ways: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export function useMarkKeys(parts: MarkKeysParts): MarkKeys {
  const { model, drags, actions, layout, scale, active, goTo } = parts;
  const isMoving = useRef(false);
  const [announcement, setAnnouncement] = useState('');

  function step(way: Way): void {
    const shape = model.shape();
    const next = active && shape && walk(layout, shape, { from: active, way });
    if (next !== undefined) goTo(next);
  }
  function startMove(): void {
    const [item, shape] = [active && model.item(active.id), model.shape()];
    const mark = item && shape && marksOf(item, shape).find(({ at }) => at === active?.at);
    if (active === undefined || mark === undefined || !actions.canChange(active.id, active.at)) return;
    isMoving.current = true;
    drags.set({ key: printPlace(active), place: active, span: mark.span, toLane: active.laneKey, down: 0 });
    setAnnouncement(t('timeline.moving', { title: model.title(active.id) }));
  }
  function giveUp(): void {
    if (!isMoving.current) return;
    isMoving.current = false;
    const drag = drags.get();
    drags.set(undefined);
    if (drag) setAnnouncement(t('timeline.gaveUp', { title: model.title(drag.place.id) }));
  }
  function keep(drag: Drag): void {
    isMoving.current = false;
    drags.set(undefined);
    const laneOf = (laneKey: string) => layout.blocks.find(({ lane }) => lane.key === laneKey)?.lane;
    const { id, at, laneKey } = drag.place;
    actions.change({ id, at, span: drag.span, from: laneOf(laneKey), to: laneOf(drag.toLane) });
    goTo({ id, at, laneKey: drag.toLane });
  }
  function moveBy(event: KeyboardEvent, drag: Drag): void {
    const shape = model.shape();
    const next = moveByKey(drag, event, {
      unit: scale.unit,
      layout,
      canStretch: shape !== undefined && canStretch(shape, drag.place.at),
      canChangeLane: layout.blocks.length > 1 && actions.canChangeLane(drag.place.id),
    });
    if (next === undefined) return;
    drags.set(next);
    const range = formatDateRange(rangeOfSpan(next.span), locale);
    const lane = layout.blocks.find((block) => block.lane.key === next.toLane)?.lane.label ?? '';
    const isElsewhere = next.toLane !== next.place.laneKey;
    setAnnouncement(isElsewhere ? t('timeline.movingLane', { lane, range }) : range);
  }
  function handleKey(event: KeyboardEvent): void {
    const key = event.target instanceof Element ? event.target.getAttribute('data-mark') : null;
    if (key === null) return;
    const drag = drags.get();
    if (isMoving.current && drag !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') keep(drag);
      else if (event.key === 'Escape') giveUp();
      else moveBy(event, drag);
      return;
    }
    const way = ways[event.key];
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const shape = model.shape();
    const next = shape && walk(layout, shape, { from: readPlace(key), way });
    if (next !== undefined) goTo(next);
  }
  return { handleKey, step, startMove, giveUp, announcement };
}
