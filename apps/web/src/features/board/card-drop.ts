import { moveTarget, type DropSide } from '../../drag/closest-edge.ts';
import type { CardPlace } from '../../data/board-model.ts';

/** Where a card dragged from `from` lands when dropped on that side of the card at `target`. */
export function dropOnCard(from: CardPlace, target: CardPlace, side: DropSide): CardPlace | undefined {
  if (from.columnKey !== target.columnKey) {
    return { columnKey: target.columnKey, index: side === 'before' ? target.index : target.index + 1 };
  }
  const index = moveTarget(from.index, target.index, side);
  return index === undefined ? undefined : { columnKey: target.columnKey, index };
}

/** Dropped on the free part of a column: to its end. */
export function dropOnColumn(from: CardPlace, columnKey: string, count: number): CardPlace | undefined {
  const index = from.columnKey === columnKey ? count - 1 : count;
  return from.columnKey === columnKey && from.index === index ? undefined : { columnKey, index };
}
