/** Where everything on a timeline stands: lanes one under another, in them rows of bars. Pixels. */
import type { Sides } from '@throughline/ui';
import { packRows, stretchesBetween, type Stretch } from '../../data/timeline-pack.ts';
import type { BarField, TimelineItem, TimelineLane } from '../../data/timeline-model.ts';

/** Time across: pixels are counted from `origin`. */
export interface TimeAxis {
  readonly origin: number;
  readonly end: number;
  readonly pixelsPerMs: number;
}

export interface PlacedItem extends Stretch {
  readonly item: TimelineItem;
}

export interface LaneBlock {
  readonly lane: TimelineLane;
  readonly top: number;
  readonly height: number;
  /** Where its first row begins. */
  readonly rowsTop: number;
  readonly isFolded: boolean;
  readonly rows: ReadonlyArray<readonly PlacedItem[]>;
  readonly rowOf: ReadonlyMap<string, number>;
}

/** The heights of a row's bars, one under another: what several bars of a record share. */
export interface RowShape {
  readonly height: number;
  readonly tracks: ReadonlyArray<{ readonly top: number; readonly height: number }>;
}

export interface TimelineLayout {
  readonly blocks: readonly LaneBlock[];
  readonly height: number;
  readonly row: RowShape;
}

export interface LayoutParts {
  readonly lanes: readonly TimelineLane[];
  readonly hasHeads: boolean;
  readonly folded: ReadonlySet<string>;
  readonly axis: TimeAxis;
  readonly labels: 'inside' | 'beside';
  readonly row: RowShape;
}

export const headHeight = 34;
const lanePadding = 6;
/** Narrower bars have their name beside them: inside, nobody could read it. */
export const narrowBar = 56;
const letterWidth = 6.6;
export const widestLabel = 220;
const emptyLaneHeight = 28;

export function xOf({ origin, pixelsPerMs }: TimeAxis, moment: number): number {
  return (moment - origin) * pixelsPerMs;
}

export function momentAt({ origin, pixelsPerMs }: TimeAxis, x: number): number {
  return origin + x / pixelsPerMs;
}

export function rowShape(bars: readonly BarField[]): RowShape {
  let top = 3;
  const tracks = (bars.length === 0 ? (['solid'] as const) : bars.map(({ look }) => look)).map((look) => {
    const track = { top, height: look === 'thin' ? 8 : 24 };
    top += track.height + 2;
    return track;
  });
  return { tracks, height: top + 1 };
}

/** Rows keep their bars as far as they can: `before` is the layout until now. */
export function layoutTimeline(parts: LayoutParts, before?: TimelineLayout): TimelineLayout {
  const known = new Map(before?.blocks.map((block) => [block.lane.key, block]));
  let top = 0;
  const blocks = parts.lanes.map((lane) => {
    const block = layoutLane(lane, { ...parts, top, before: known.get(lane.key) });
    top += block.height;
    return block;
  });
  return { blocks, height: top, row: parts.row };
}

interface LaneParts extends LayoutParts {
  readonly top: number;
  readonly before: LaneBlock | undefined;
}

function layoutLane(lane: TimelineLane, parts: LaneParts): LaneBlock {
  const { top, hasHeads, folded, before } = parts;
  const isFolded = hasHeads && folded.has(lane.key);
  const head = hasHeads ? headHeight : 0;
  const packed = packRows(
    isFolded ? [] : lane.items.map((item) => placeItem(item, parts)),
    before?.isFolded === false ? before.rowOf : undefined,
  );
  const body = Math.max(packed.rows.length * parts.row.height + 2 * lanePadding, emptyLaneHeight);
  return {
    ...packed,
    lane,
    top,
    isFolded,
    rowsTop: top + head + lanePadding,
    height: head + (isFolded ? 0 : body),
  };
}

function placeItem(item: TimelineItem, { axis, labels }: LayoutParts): PlacedItem {
  const width = (item.end - item.start) * axis.pixelsPerMs;
  const isBeside = labels === 'beside' || width < narrowBar;
  const label = isBeside ? Math.min(widestLabel, item.title.length * letterWidth) + 16 : 0;
  return {
    key: item.id,
    item,
    start: item.start,
    end: Math.max(item.end, item.start + 16 / axis.pixelsPerMs) + label / axis.pixelsPerMs,
  };
}

/** A box in the timeline's own pixels. */
export type Sight = Sides;

export interface SeenItem {
  readonly item: TimelineItem;
  readonly laneKey: string;
  readonly top: number;
}

export function blocksInSight({ blocks }: TimelineLayout, { top, bottom }: Sight): readonly LaneBlock[] {
  return blocks.filter((block) => block.top < bottom && block.top + block.height > top);
}

/** Only what can be seen is drawn, in both directions. */
export function itemsInSight(
  block: LaneBlock,
  row: RowShape,
  sight: Sight & { readonly axis: TimeAxis },
): readonly SeenItem[] {
  const first = Math.max(0, Math.floor((sight.top - block.rowsTop) / row.height));
  const last = Math.min(block.rows.length, Math.ceil((sight.bottom - block.rowsTop) / row.height));
  const [from, to] = [momentAt(sight.axis, sight.left), momentAt(sight.axis, sight.right)];
  return block.rows.slice(first, Math.max(first, last)).flatMap((items, at) =>
    stretchesBetween(items, from, to).map(({ item }) => ({
      item,
      laneKey: block.lane.key,
      top: block.rowsTop + (first + at) * row.height,
    })),
  );
}

export function laneAt({ blocks }: TimelineLayout, y: number): LaneBlock | undefined {
  return (
    blocks.find(({ top, height }) => y >= top && y < top + height) ?? (y < 0 ? blocks[0] : blocks.at(-1))
  );
}

/** Where a record's row begins; undefined where it is not drawn. */
export function rowTopOf({ blocks, row }: TimelineLayout, laneKey: string, id: string): number | undefined {
  const block = blocks.find(({ lane }) => lane.key === laneKey);
  const at = block?.rowOf.get(id);
  return block === undefined || at === undefined ? undefined : block.rowsTop + at * row.height;
}
