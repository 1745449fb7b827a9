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
import type { FieldLookups } from '../../fields/field-component.ts';
import { t } from '../../messages/area-t.ts';
import type { BoardActions, BoardModel, CardMove, CardPlace } from '../../data/board-model.ts';
import { BoardColumns } from './board-columns.tsx';
import { BoardLanes } from './board-lanes.tsx';
import { firstPlace, makeCell, stepFrom, type BoardStep } from './board-walk.ts';
import { moveMenu } from './move-menu.ts';
import { useVanishing } from './use-card-drag.ts';

export interface BoardViewProps {
  readonly label: string;
  readonly model: BoardModel;
  readonly actions: BoardActions;
  readonly lookups: FieldLookups;
  readonly openedId?: string | undefined;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
}

const nothing: ReadonlySet<string> = new Set();

/** The card that the keyboard is on; with labels as columns, one record may have several. */
interface ActiveCard {
  readonly id: string;
  readonly near?: CardPlace | undefined;
}

/** Columns and the cards in them are drawn only in sight. Arrow keys walk, M moves the card they are on. */
export function BoardView(props: BoardViewProps) {
  const { label, model, actions, lookups, openedId, selected = nothing, onSelect } = props;
  const version = useSyncExternalStore(
    useCallback((listener) => model.subscribe(listener), [model]),
    () => model.version(),
  );
  const board = useRef<HTMLElement>(null);
  // What is in the board asks how large it is: it is drawn when the board is there.
  const [isThere, setThere] = useState(false);
  const place = useCallback((element: HTMLElement | null) => {
    board.current = element;
    setThere(element !== null);
  }, []);
  const [revealed, setRevealed] = useState<CardPlace>();
  const openMenu = useMenuLayer();
  useVanishing(model, actions.tellVanished);
  const [activeCard, setActiveCard] = useState<ActiveCard>();
  const [announcement, setAnnouncement] = useState('');
  const known = activeCard && model.placeOf(activeCard.id, activeCard.near);
  const active = known ?? firstPlace(model);
  const currentId = active && model.cardAt(active, active.index);
  const stable = useStableActions(actions, ({ id, to }) => {
    setActiveCard({ id, near: to });
    setAnnouncement(t('board.moved', { title: model.title(id), column: columnName(model, to.columnKey) }));
    requestAnimationFrame(() => findCard(board.current, { id, near: to })?.focus({ preventScroll: true }));
  });

  function go(step: BoardStep) {
    const next = stepFrom(model, active, step);
    const id = next && model.cardAt(next, next.index);
    if (id === undefined || next === undefined) return;
    setActiveCard({ id, near: next });
    setRevealed(next);
    requestAnimationFrame(() => findCard(board.current, { id, near: next })?.focus({ preventScroll: true }));
  }
  function openMoveMenu() {
    if (currentId === undefined || active === undefined || !stable.move) return;
    const element = findCard(board.current, { id: currentId, near: active });
    if (element) openMenu(element, moveMenu(model, { id: currentId, place: active, move: stable.move }));
  }
  function toggle(id: string) {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  }
  function handleClick(event: MouseEvent) {
    const card = cardOf(event.target);
    if (card === undefined) return;
    setActiveCard(card);
    if (onSelect && (event.ctrlKey || event.metaKey || event.shiftKey)) toggle(card.id);
    else actions.open(card.id);
  }
  /** A screen reader, or a script, may put the focus on any card. */
  function handleFocus(event: FocusEvent) {
    const card = cardOf(event.target);
    if (card !== undefined) setActiveCard(card);
  }
  function handleContextMenu(event: MouseEvent) {
    const card = cardOf(event.target);
    const place = card && model.placeOf(card.id, card.near);
    if (card === undefined || place === undefined || !stable.move) return;
    event.preventDefault();
    setActiveCard(card);
    openMenu(
      { x: event.clientX, y: event.clientY },
      moveMenu(model, { id: card.id, place, move: stable.move }),
    );
  }
  function handleKey(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step === undefined || cardOf(event.target) === undefined) return;
    event.preventDefault();
    go(step);
  }
  const group = t('board.shortcuts');
  const isOnCard = () => cardOf(document.activeElement) !== undefined;
  useShortcuts([
    { keys: 'j', label: t('board.nextCard'), group, run: () => go({ columns: 0, cards: 1 }) },
    { keys: 'k', label: t('board.previousCard'), group, run: () => go({ columns: 0, cards: -1 }) },
    { keys: 'm', label: t('board.moveTo'), group, run: openMoveMenu },
    ...(onSelect && currentId !== undefined
      ? [{ keys: 'x', label: t('board.select'), group, run: () => toggle(currentId), isMeant: isOnCard }]
      : []),
    ...(onSelect && selected.size > 0
      ? [
          {
            keys: 'esc',
            label: t('board.selectNone'),
            group,
            run: () => onSelect(nothing),
            isMeant: isOnCard,
          },
        ]
      : []),
    ...(actions.create && active
      ? [{ keys: 'c', label: t('board.create'), group, run: () => actions.create?.(active) }]
      : []),
  ]);
  const shared = {
    box: board,
    model,
    version,
    lookups,
    actions: stable,
    active,
    revealed,
    openedId,
    selected,
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- hears the clicks and keys of its cards, which are buttons
    <section
      ref={place}
      aria-label={label}
      onClick={handleClick}
      onFocus={handleFocus}
      onContextMenu={handleContextMenu}
      onKeyDown={handleKey}
      className={`isolate min-h-0 flex-1 overflow-x-auto ${model.lanes.length > 0 ? 'overflow-y-auto' : 'overflow-y-hidden'}`}
    >
      {isThere && (model.lanes.length > 0 ? <BoardLanes {...shared} /> : <BoardColumns {...shared} />)}
      <output className="sr-only">{announcement}</output>
    </section>
  );
}

const steps: Readonly<Record<string, BoardStep>> = {
  ArrowDown: { columns: 0, cards: 1 },
  ArrowUp: { columns: 0, cards: -1 },
  ArrowRight: { columns: 1, cards: 0 },
  ArrowLeft: { columns: -1, cards: 0 },
};

/** Actions that stay the same objects, so that memoised columns rest when the page draws again. */
function useStableActions(actions: BoardActions, onMoved: (move: CardMove) => void): BoardActions {
  const latest = useRef({ actions, onMoved });
  useEffect(() => {
    latest.current = { actions, onMoved };
  });
  const canMove = actions.move !== undefined;
  const canCreate = actions.create !== undefined;
  const canArrange = actions.toggleColumn !== undefined;
  return useMemo(
    () => ({
      open: (id) => latest.current.actions.open(id),
      move: canMove
        ? (move) => {
            latest.current.actions.move?.(move);
            latest.current.onMoved(move);
          }
        : undefined,
      create: canCreate ? (cell) => latest.current.actions.create?.(cell) : undefined,
      ...(canArrange && {
        toggleLane: (laneKey) => latest.current.actions.toggleLane?.(laneKey),
        toggleColumn: (columnKey) => latest.current.actions.toggleColumn?.(columnKey),
        setLimit: (columnKey, limit) => latest.current.actions.setLimit?.(columnKey, limit),
      }),
    }),
    [canMove, canCreate, canArrange],
  );
}

function columnName(model: BoardModel, key: string): string {
  return model.columns.find((column) => column.key === key)?.name ?? key;
}

function cardOf(target: EventTarget | null): ActiveCard | undefined {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null;
  const { card: id, column, lane } = card?.dataset ?? {};
  if (id === undefined) return undefined;
  return { id, ...(column !== undefined && { near: { ...makeCell(column, lane), index: 0 } }) };
}

function findCard(board: HTMLElement | null, { id, near }: ActiveCard): HTMLElement | undefined {
  const cards = [...(board?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  const own = cards.filter(({ dataset }) => dataset['card'] === id);
  return (
    own.find(({ dataset }) => dataset['column'] === near?.columnKey && dataset['lane'] === near?.laneKey) ??
    own[0]
  );
}
