import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { closestSide, type DropSide } from '../../drag/closest-edge.ts';
import type { BoardActions, BoardCell, BoardModel, CardPlace } from '../../data/board-model.ts';
import { t } from '../../messages/area-t.ts';
import { dropOnCard, dropOnCell } from './card-drop.ts';

const cardDragType = 'board-card';

interface CardDragData {
  readonly id: string;
  readonly from: CardPlace;
}

export function isCardDrag(data: Record<string | symbol, unknown>): boolean {
  return data['type'] === cardDragType;
}

function readDrag(data: Record<string | symbol, unknown>): CardDragData {
  const laneKey = data['laneKey'];
  return {
    id: String(data['id']),
    from: {
      columnKey: String(data['columnKey']),
      index: Number(data['index']),
      ...(typeof laneKey === 'string' && { laneKey }),
    },
  };
}

export interface CardDragOptions {
  readonly id: string;
  readonly columnKey: string;
  readonly laneKey: string | undefined;
  readonly index: number;
  readonly move: BoardActions['move'];
  /** How many cards move with it, itself among them. */
  readonly together: number;
}

export interface CardDrag {
  readonly dropSide: DropSide | undefined;
  readonly isDragged: boolean;
}

/** Makes a card draggable, and a place before or after which others are dropped. */
export function useCardDrag(card: RefObject<HTMLElement | null>, options: CardDragOptions): CardDrag {
  const { id, columnKey, laneKey, index, move, together } = options;
  const [dropSide, setDropSide] = useState<DropSide>();
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const element = card.current;
    if (element === null || move === undefined) return undefined;
    const place = { columnKey, index, ...(laneKey !== undefined && { laneKey }) };
    return combine(
      draggable({
        element,
        getInitialData: () => ({ type: cardDragType, id, ...place }),
        onGenerateDragPreview: ({ nativeSetDragImage }) => {
          if (together < 2) return;
          setCustomNativeDragPreview({
            nativeSetDragImage,
            render: ({ container }) => renderTogether(container, together),
          });
        },
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
          const { id: dragged, from } = readDrag(source.data);
          const to = dropOnCard(from, place, side);
          if (to !== undefined) move({ id: dragged, from, to });
        },
      }),
    );
  }, [card, id, columnKey, laneKey, index, move, together]);
  return { dropSide, isDragged };
}

function renderTogether(container: HTMLElement, count: number): void {
  const box = document.createElement('div');
  box.className = 'popup px-3 py-2 text-ui font-medium';
  box.textContent = t('board.cards', { count });
  container.append(box);
}

export interface CellDropOptions {
  readonly columnKey: string;
  readonly laneKey?: string | undefined;
  readonly count: number;
  readonly move: BoardActions['move'];
}

/** The free part of a cell takes cards to its end; says whether one is over it now. */
export function useCellDrop(
  cell: RefObject<HTMLElement | null>,
  { columnKey, laneKey, count, move }: CellDropOptions,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const element = cell.current;
    if (element === null || move === undefined) return undefined;
    const own: BoardCell = { columnKey, ...(laneKey !== undefined && { laneKey }) };
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => isCardDrag(source.data),
      onDrag: ({ location }) => setOver(location.current.dropTargets[0]?.element === element),
      onDragLeave: () => setOver(false),
      onDrop: ({ source, location }) => {
        setOver(false);
        if (location.current.dropTargets[0]?.element !== element) return;
        const { id, from } = readDrag(source.data);
        const to = dropOnCell(from, own, count);
        if (to !== undefined) move({ id, from, to });
      },
    });
  }, [cell, columnKey, laneKey, count, move]);
  return isOver;
}

/** Somebody else may remove a card, or move it out of the view, while it is dragged: that is told once. */
export function useVanishing(model: BoardModel, tellVanished: (() => void) | undefined): void {
  const latest = useRef(tellVanished);
  useEffect(() => {
    latest.current = tellVanished;
  });
  useEffect(() => {
    let dragged: string | undefined;
    const stopModel = model.subscribe(() => {
      if (dragged === undefined || model.placeOf(dragged) !== undefined) return;
      dragged = undefined;
      latest.current?.();
    });
    const stopMonitor = monitorForElements({
      canMonitor: ({ source }) => isCardDrag(source.data),
      onDragStart: ({ source }) => {
        dragged = readDrag(source.data).id;
      },
      onDrop: () => {
        dragged = undefined;
      },
    });
    return () => {
      stopModel();
      stopMonitor();
    };
  }, [model]);
}
