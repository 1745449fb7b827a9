import { useVirtualizer } from '@tanstack/react-virtual';
import { useMenuLayer, useShortcuts } from '@throughline/ui';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type MouseEvent,
  type FocusEvent,
} from 'react';
import { autoScroll } from '../../drag/auto-scroll.ts';
import type { FieldLookups } from '../../fields/field-component.ts';
import { t } from '../../messages/area-t.ts';
import { BoardColumn } from './board-column.tsx';
import type { BoardActions, BoardModel, CardPlace } from '../../data/board-model.ts';
import { moveMenu } from './move-menu.ts';
import { isCardDrag } from './use-card-drag.ts';

export interface BoardViewProps {
  readonly label: string;
  readonly model: BoardModel;
  readonly actions: BoardActions;
  readonly lookups: FieldLookups;
  readonly openedId?: string | undefined;
}

const columnWidth = 288;

/** Columns and the cards in them are drawn only in sight. Arrow keys walk, M moves the card they are on. */
export function BoardView({ label, model, actions, lookups, openedId }: BoardViewProps) {
  const version = useSyncExternalStore(
    useCallback((listener) => model.subscribe(listener), [model]),
    () => model.version(),
  );
  const board = useRef<HTMLElement>(null);
  const openMenu = useMenuLayer();
  const [activeId, setActiveId] = useState<string>();
  const [announcement, setAnnouncement] = useState('');
  const active = (activeId === undefined ? undefined : model.placeOf(activeId)) ?? firstPlace(model);
  const currentId = active && model.cardAt(active.columnKey, active.index);
  const stable = useStableActions(actions, (id, to) => {
    setActiveId(id);
    setAnnouncement(t('board.moved', { title: model.title(id), column: columnName(model, to.columnKey) }));
    requestAnimationFrame(() => findCard(board.current, id)?.focus({ preventScroll: true }));
  });
  useEffect(() => (board.current ? autoScroll(board.current, 'x', isCardDrag) : undefined), []);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: model.columns.length,
    horizontal: true,
    getScrollElement: () => board.current,
    estimateSize: () => columnWidth,
    overscan: 1,
    gap: 12,
    paddingStart: 12,
    paddingEnd: 12,
  });

  function go(columns: number, cards: number) {
    const next = stepFrom(model, active, { columns, cards });
    const id = next && model.cardAt(next.columnKey, next.index);
    if (id === undefined || next === undefined) return;
    setActiveId(id);
    virtualizer.scrollToIndex(model.columns.findIndex((column) => column.key === next.columnKey));
    requestAnimationFrame(() => findCard(board.current, id)?.focus({ preventScroll: true }));
  }
  function openMoveMenu() {
    const element = currentId === undefined ? undefined : findCard(board.current, currentId);
    if (currentId !== undefined && element && stable.move)
      openMenu(element, moveMenu(model, currentId, stable.move));
  }
  function handleClick(event: MouseEvent) {
    const id = cardOf(event.target);
    if (id === undefined) return;
    setActiveId(id);
    actions.open(id);
  }
  /** A screen reader, or a script, may put the focus on any card. */
  function handleFocus(event: FocusEvent) {
    const id = cardOf(event.target);
    if (id !== undefined) setActiveId(id);
  }
  function handleContextMenu(event: MouseEvent) {
    const id = cardOf(event.target);
    if (id === undefined || !stable.move) return;
    event.preventDefault();
    setActiveId(id);
    openMenu({ x: event.clientX, y: event.clientY }, moveMenu(model, id, stable.move));
  }
  function handleKey(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step === undefined || cardOf(event.target) === undefined) return;
    event.preventDefault();
    go(step.columns, step.cards);
  }
  const group = t('board.shortcuts');
  useShortcuts([
    { keys: 'j', label: t('board.nextCard'), group, run: () => go(0, 1) },
    { keys: 'k', label: t('board.previousCard'), group, run: () => go(0, -1) },
    { keys: 'm', label: t('board.moveTo'), group, run: openMoveMenu },
    ...(actions.create && active
      ? [{ keys: 'c', label: t('board.create'), group, run: () => actions.create?.(active.columnKey) }]
      : []),
  ]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- hears the clicks and keys of its cards, which are buttons
    <section
      ref={board}
      aria-label={label}
      onClick={handleClick}
      onFocus={handleFocus}
      onContextMenu={handleContextMenu}
      onKeyDown={handleKey}
      className="min-h-0 flex-1 overflow-x-auto overflow-y-hidden"
    >
      <div className="relative h-full" style={{ width: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const column = model.columns[index];
          return (
            column && (
              <div
                key={column.key}
                className="absolute inset-y-0 left-0 py-3"
                style={{ transform: `translateX(${start}px)` }}
              >
                <BoardColumn
                  column={column}
                  model={model}
                  version={version}
                  lookups={lookups}
                  actions={stable}
                  activeIndex={active?.columnKey === column.key ? active.index : -1}
                  openedId={openedId}
                />
              </div>
            )
          );
        })}
      </div>
      <output className="sr-only">{announcement}</output>
    </section>
  );
}

const steps: Readonly<Record<string, { readonly columns: number; readonly cards: number }>> = {
  ArrowDown: { columns: 0, cards: 1 },
  ArrowUp: { columns: 0, cards: -1 },
  ArrowRight: { columns: 1, cards: 0 },
  ArrowLeft: { columns: -1, cards: 0 },
};

/** Actions that stay the same objects, so that memoised columns rest when the page draws again. */
function useStableActions(actions: BoardActions, onMoved: (id: string, to: CardPlace) => void): BoardActions {
  const latest = useRef({ actions, onMoved });
  useEffect(() => {
    latest.current = { actions, onMoved };
  });
  const canMove = actions.move !== undefined;
  const canCreate = actions.create !== undefined;
  return useMemo(
    () => ({
      open: (id) => latest.current.actions.open(id),
      move: canMove
        ? (id, to) => {
            latest.current.actions.move?.(id, to);
            latest.current.onMoved(id, to);
          }
        : undefined,
      create: canCreate ? (columnKey) => latest.current.actions.create?.(columnKey) : undefined,
    }),
    [canMove, canCreate],
  );
}

function firstPlace(model: BoardModel): CardPlace | undefined {
  const column = model.columns.find((candidate) => candidate.count > 0);
  return column && { columnKey: column.key, index: 0 };
}

/** The next card in that direction; empty columns are stepped over. */
function stepFrom(
  model: BoardModel,
  from: CardPlace | undefined,
  step: { readonly columns: number; readonly cards: number },
): CardPlace | undefined {
  if (from === undefined) return undefined;
  let at = model.columns.findIndex((column) => column.key === from.columnKey);
  let column = model.columns[at];
  if (step.columns !== 0) {
    do {
      at += step.columns;
      column = model.columns[at];
    } while (column?.count === 0);
  }
  return (
    column && {
      columnKey: column.key,
      index: Math.max(0, Math.min(from.index + step.cards, column.count - 1)),
    }
  );
}

function columnName(model: BoardModel, key: string): string {
  return model.columns.find((column) => column.key === key)?.name ?? key;
}

function cardOf(target: EventTarget): string | undefined {
  const card = target instanceof Element ? target.closest('[data-card]') : null;
  return card?.getAttribute('data-card') ?? undefined;
}

function findCard(board: HTMLElement | null, id: string): HTMLElement | undefined {
  const cards = board?.querySelectorAll<HTMLElement>('[data-card]') ?? [];
  return [...cards].find((card) => card.dataset['card'] === id);
}
