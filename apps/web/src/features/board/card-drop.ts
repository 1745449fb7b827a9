import { moveTarget, type DropSide } from '../../drag/closest-edge.ts';
import { isSameCell, type BoardCell, type CardPlace } from '../../data/board-model.ts';

/** Where a card dragged from `from` lands when dropped on that side of the card at `target`. */
export function dropOnCard(from: CardPlace, target: CardPlace, side: DropSide): CardPlace | undefined {
  if (!isSameCell(from, target))
    return { ...target, index: side === 'before' ? target.index : target.index + 1 };
  const index = moveTarget(from.index, target.index, side);
  return index === undefined ? undefined : { ...target, index };
}

/** Dropped on the free part of a cell: to its end. */
export function dropOnCell(from: CardPlace, cell: BoardCell, count: number): CardPlace | undefined {
  const isWithin = isSameCell(from, cell);
  const index = isWithin ? count - 1 : count;
  return isWithin && from.index === index ? undefined : { ...cell, index };
}
