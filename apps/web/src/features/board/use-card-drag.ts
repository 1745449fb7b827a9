import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';
import { closestSide, type DropSide } from '../../drag/closest-edge.ts';
import type { BoardActions, CardPlace } from '../../data/board-model.ts';
import { dropOnCard, dropOnColumn } from './card-drop.ts';

const cardDragType = 'board-card';

interface CardDragData {
  readonly id: string;
  readonly from: CardPlace;
}

export function isCardDrag(data: Record<string | symbol, unknown>): boolean {
  return data['type'] === cardDragType;
}

function readDrag(data: Record<string | symbol, unknown>): CardDragData {
  return {
    id: String(data['id']),
    from: { columnKey: String(data['columnKey']), index: Number(data['index']) },
  };
}

export interface CardDragOptions {
  readonly id: string;
  readonly columnKey: string;
  readonly index: number;
  readonly move: BoardActions['move'];
}

export interface CardDrag {
  readonly dropSide: DropSide | undefined;
  readonly isDragged: boolean;
}

/** Makes a card draggable, and a place before or after which others are dropped. */
export function useCardDrag(card: RefObject<HTMLElement | null>, options: CardDragOptions): CardDrag {
  const { id, columnKey, index, move } = options;
  const [dropSide, setDropSide] = useState<DropSide>();
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const element = card.current;
    if (element === null || move === undefined) return undefined;
    const place = { columnKey, index };
    return combine(
      draggable({
        element,
        getInitialData: () => ({ type: cardDragType, id, columnKey, index }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => isCardDrag(source.data),
        getData: () => ({ isCard: true }),
        onDrag: ({ source, location }) => {
          const side = closestSide(element.getBoundingClientRect(), location.current.input, 'y');
          setDropSide(dropOnCard(readDrag(source.data).from, place, side) && side);
        },
        onDragLeave: () => setDropSide(undefined),
        onDrop: ({ source, location }) => {
          setDropSide(undefined);
          const side = closestSide(element.getBoundingClientRect(), location.current.input, 'y');
          const to = dropOnCard(readDrag(source.data).from, place, side);
          if (to !== undefined) move(readDrag(source.data).id, to);
        },
      }),
    );
  }, [card, id, columnKey, index, move]);
  return { dropSide, isDragged };
}

export interface ColumnDropOptions {
  readonly columnKey: string;
  readonly count: number;
  readonly move: BoardActions['move'];
}

/** The free part of a column takes cards to its end; says whether one is over it now. */
export function useColumnDrop(
  column: RefObject<HTMLElement | null>,
  { columnKey, count, move }: ColumnDropOptions,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const element = column.current;
    if (element === null || move === undefined) return undefined;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => isCardDrag(source.data),
      onDrag: ({ location }) => setOver(location.current.dropTargets[0]?.element === element),
      onDragLeave: () => setOver(false),
      onDrop: ({ source, location }) => {
        setOver(false);
        if (location.current.dropTargets[0]?.element !== element) return;
        const { id, from } = readDrag(source.data);
        const to = dropOnColumn(from, columnKey, count);
        if (to !== undefined) move(id, to);
      },
    });
  }, [column, columnKey, count, move]);
  return isOver;
}
