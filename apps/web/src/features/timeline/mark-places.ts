/** Finds marks on the page, and brings them into sight. */
import type { TimelineModel } from '../../data/timeline-model.ts';
import { headerHeight } from './timeline-header.tsx';
import { rowTopOf, xOf, type TimeAxis, type TimelineLayout } from './timeline-layout.ts';
import { marksOf, printPlace, readPlace, type MarkPlace } from './timeline-marks.ts';

/** A record that came into another lane is followed there. */
export function findPlace({ blocks }: TimelineLayout, place: MarkPlace | undefined): MarkPlace | undefined {
  if (place === undefined) return undefined;
  const isThere = blocks.some(({ lane, rowOf }) => lane.key === place.laneKey && rowOf.has(place.id));
  if (isThere) return place;
  const block = blocks.find(({ rowOf }) => rowOf.has(place.id));
  return block && { ...place, laneKey: block.lane.key };
}

export function placeOf(target: EventTarget | null): MarkPlace | undefined {
  const key = target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark') : null;
  return key === null || key === undefined ? undefined : readPlace(key);
}

interface RevealParts {
  readonly place: MarkPlace;
  readonly layout: TimelineLayout;
  readonly axis: TimeAxis;
  readonly model: TimelineModel;
}

/** Brings a mark into sight, and the focus onto it. */
export function reveal(box: HTMLElement | null, { place: wanted, layout, axis, model }: RevealParts): void {
  const [item, shape] = [model.item(wanted.id), model.shape()];
  const place = findPlace(layout, wanted) ?? wanted;
  const mark = item && shape && marksOf(item, shape).find(({ at }) => at === place.at);
  const top = rowTopOf(layout, place.laneKey, place.id);
  if (box === null || mark === undefined || top === undefined) return;
  const [left, right] = [xOf(axis, mark.span.start), xOf(axis, mark.span.end)];
  const margin = 48;
  if (left < box.scrollLeft + margin) box.scrollLeft = left - margin;
  else if (Math.min(right, left + box.clientWidth / 2) > box.scrollLeft + box.clientWidth - margin)
    box.scrollLeft = left - box.clientWidth / 2;
  const low = top + layout.row.height + headerHeight;
  if (top < box.scrollTop) box.scrollTop = top - margin;
  else if (low > box.scrollTop + box.clientHeight) box.scrollTop = low - box.clientHeight + margin;
  const key = printPlace(place);
  const element = [...box.querySelectorAll<HTMLElement>('[data-mark]')].find(
    ({ dataset }) => dataset['mark'] === key,
  );
  element?.focus({ preventScroll: true });
}
