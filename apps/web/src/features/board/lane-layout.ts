/** Where cards stand on a board with lanes: all of one height, so that those in sight are found without measuring. */
import type { Sides } from '@throughline/ui';
import type { BoardCell, BoardLane, BoardModel } from '../../data/board-model.ts';

export const cardWidth = 288;
export const foldedWidth = 44;
export const columnGap = 12;
export const laneHead = 36;
const cardGap = 8;
const cellPadding = 8;
const cardHeights = { compact: 36, detailed: 104 } as const;

export interface PlacedColumn {
  readonly key: string;
  readonly left: number;
  readonly width: number;
}

export interface PlacedLane {
  readonly lane: BoardLane;
  readonly top: number;
  /** Its head included. */
  readonly height: number;
}

export interface LaneLayout {
  readonly columns: readonly PlacedColumn[];
  readonly lanes: readonly PlacedLane[];
  readonly width: number;
  readonly height: number;
  readonly cardHeight: number;
}

export function placeColumns(model: BoardModel): {
  readonly columns: readonly PlacedColumn[];
  readonly width: number;
} {
  let left = columnGap;
  const columns = model.columns.map(({ key, isFolded }) => {
    const width = isFolded === true ? foldedWidth : cardWidth;
    const placed = { key, left, width };
    left += width + columnGap;
    return placed;
  });
  return { columns, width: left };
}

export function layoutLanes(model: BoardModel): LaneLayout {
  const cardHeight = cardHeights[model.card];
  const open = model.columns.filter(({ isFolded }) => isFolded !== true);
  let top = 0;
  const lanes = model.lanes.map((lane) => {
    const counts = open.map(({ key }) => model.countIn({ columnKey: key, laneKey: lane.key }));
    const most = lane.isFolded ? 0 : Math.max(1, ...counts);
    const body = lane.isFolded ? 0 : most * (cardHeight + cardGap) - cardGap + 2 * cellPadding;
    const placed = { lane, top, height: laneHead + body };
    top += placed.height;
    return placed;
  });
  return { ...placeColumns(model), lanes, height: top, cardHeight };
}

export interface CellInSight extends BoardCell {
  readonly laneKey: string;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  /** Cards from `first` to before `end` are in sight. */
  readonly first: number;
  readonly end: number;
  readonly count: number;
}

export function lanesInSight({ lanes }: LaneLayout, { top, bottom }: Sides): readonly PlacedLane[] {
  return lanes.filter((lane) => lane.top < bottom && lane.top + lane.height > top);
}

export function cellsInSight(
  placed: PlacedLane,
  { columns, cardHeight }: LaneLayout,
  { model, sight }: { readonly model: BoardModel; readonly sight: Sides },
): readonly CellInSight[] {
  if (placed.lane.isFolded) return [];
  const top = placed.top + laneHead;
  const step = cardHeight + cardGap;
  return columns
    .filter(({ left, width }) => width === cardWidth && left < sight.right && left + width > sight.left)
    .map(({ key, left }) => {
      const cell = { columnKey: key, laneKey: placed.lane.key };
      const count = model.countIn(cell);
      const first = Math.min(count, Math.max(0, Math.floor((sight.top - top - cellPadding) / step)));
      const end = Math.max(first, Math.min(count, Math.ceil((sight.bottom - top - cellPadding) / step)));
      return { ...cell, left, top, height: placed.height - laneHead, first, end, count };
    });
}

/** From the top of its cell. */
export function cardTop({ cardHeight }: LaneLayout, index: number): number {
  return cellPadding + index * (cardHeight + cardGap);
}
