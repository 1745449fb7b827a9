/** The way of the arrow keys from bar to bar. */
import type { TimelineShape } from '../../data/timeline-model.ts';
import type { LaneBlock, PlacedItem, TimelineLayout } from './timeline-layout.ts';
import { marksOf, printPlace, type Mark, type MarkPlace } from './timeline-marks.ts';

export type Way = 'left' | 'right' | 'up' | 'down';

interface Row {
  readonly block: LaneBlock;
  readonly items: readonly PlacedItem[];
}

interface Spot {
  readonly place: MarkPlace;
  readonly mark: Mark;
}

/** Undefined where there is none that way. */
export function walk(
  layout: TimelineLayout,
  shape: TimelineShape,
  { from, way }: { readonly from: MarkPlace; readonly way: Way },
): MarkPlace | undefined {
  const rows = rowsOf(layout);
  const at = rows.findIndex(
    ({ block, items }) => block.lane.key === from.laneKey && items.some(({ key }) => key === from.id),
  );
  const spots = spotsOf(rows[at], shape);
  const here = spots.findIndex(({ place }) => printPlace(place) === printPlace(from));
  if (way === 'left' || way === 'right') return spots[here + (way === 'left' ? -1 : 1)]?.place;
  const current = spots[here]?.mark.span;
  const next = spotsOf(rows[at + (way === 'up' ? -1 : 1)], shape);
  if (at < 0 || current === undefined || next.length === 0) return undefined;
  const distance = ({ mark: { span } }: Spot): number =>
    Math.abs(span.start + span.end - current.start - current.end);
  return next.reduce((nearest, spot) => (distance(spot) < distance(nearest) ? spot : nearest)).place;
}

/** Where the keyboard comes in: the bar nearest to a moment, in the first row. */
export function firstPlace(
  layout: TimelineLayout,
  shape: TimelineShape,
  moment: number,
): MarkPlace | undefined {
  const spots = spotsOf(rowsOf(layout)[0], shape);
  return (spots.find(({ mark }) => mark.span.end > moment) ?? spots.at(-1))?.place;
}

function rowsOf({ blocks }: TimelineLayout): readonly Row[] {
  return blocks.flatMap((block) => block.rows.map((items) => ({ block, items })));
}

function spotsOf(row: Row | undefined, shape: TimelineShape): readonly Spot[] {
  if (row === undefined) return [];
  const laneKey = row.block.lane.key;
  return row.items.flatMap(({ item }) =>
    marksOf(item, shape)
      .toSorted((a, b) => a.span.start - b.span.start || a.at - b.at)
      .map((mark) => ({ mark, place: { laneKey, id: item.id, at: mark.at } })),
  );
}
