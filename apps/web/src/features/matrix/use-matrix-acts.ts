/** What people do on the plot, by pointer and by keys, and what comes of it. */
import type { MenuEntry } from '@throughline/ui';
import { useCallback, useRef, useState } from 'react';
import { t } from '../../messages/area-t.ts';
import { describeMoving, describePoint, moveMessage } from './describe-point.ts';
import type { MatrixBoardProps } from './matrix-board.tsx';
import { movesOf, pointOf, type Moving } from './moving.ts';
import { revealInWindow } from './plot-window.ts';
import { usePlotKeys } from './use-plot-keys.ts';
import { usePlotPointer } from './use-plot-pointer.ts';
import type { ShownScene } from './use-scene.ts';

export function useMatrixActs(props: MatrixBoardProps) {
  const { model, fields, selected, onSelect, onOpen, data, shown } = props;
  const { scene, window, setWindow, measure } = shown;
  const { plot, attach } = usePlotElement(measure);
  const { activeId, onActive: setActiveId } = props;
  const [tappedId, setTappedId] = useState<string>();
  const [isFocused, setFocused] = useState(false);
  const [hover, setHover] = useState<number>();
  const [moving, setMoving] = useState<Moving>();
  const [announcement, setAnnouncement] = useState('');
  const texts = { model, fields };
  const mayMove = (id: string) => ({ x: model.mayMove(id, fields.x), y: model.mayMove(id, fields.y) });

  function activate(id: string) {
    setActiveId(id);
    setTappedId(undefined);
    setAnnouncement(describePoint(texts, data.plotted, pointOf(data.plotted, id)));
    const point = pointOf(data.plotted, id);
    const at = { x: scene.placeX[point] as number, y: scene.placeY[point] as number };
    setWindow(revealInWindow(window, scene.size, at));
  }
  function drop(dropped: Moving) {
    const moves = movesOf(dropped, scene);
    model.move(moves, moveMessage(texts, dropped, moves.length));
    setActiveId(dropped.id);
    setAnnouncement(moveMessage(texts, dropped, moves.length));
  }
  function toggle(id: string) {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
    setAnnouncement(t('matrix.selected', { count: next.size }));
  }
  function move(next: Moving | undefined) {
    setMoving(next);
    if (next && !next.pixel) setAnnouncement(describeMoving(texts, next, model.title(next.id)));
  }
  const shared = { plot, scene, mayMove, onDrop: drop, onToggle: toggle };
  const pointer = usePlotPointer({
    ...shared,
    window,
    onWindow: setWindow,
    selected,
    onMoving: setMoving,
    onHover: setHover,
    onPick: (id, how) => {
      setActiveId(id);
      if (how === 'mouse') onOpen(id);
      else setTappedId(id);
    },
    onPile: ({ members }, at) => props.onMenu(at, [pileEntries(props, members)]),
    onBox: (ids) => onSelect(new Set([...selected, ...ids])),
    onEmpty: () => {
      setTappedId(undefined);
      if (selected.size > 0) onSelect(new Set());
    },
  });
  const keys = usePlotKeys({
    ...shared,
    activeId,
    onActive: activate,
    onOpen,
    onClear: () => onSelect(new Set()),
    moving,
    onMoving: move,
    onCannotMove: () => setAnnouncement(t('matrix.cannotMove', { x: fields.x.name, y: fields.y.name })),
    onGiveUp: (id) => setAnnouncement(t('matrix.gaveUp', { title: model.title(id) })),
    onZoom: props.onZoom,
  });

  const active = activeId === undefined ? -1 : pointOf(data.plotted, activeId);
  return {
    attach,
    pointer,
    keys,
    hover,
    moving,
    announcement,
    tappedId,
    isFocused,
    active,
    /** The point whose card is shown; -1 for none. */
    carded: moving || pointer.isPanning ? -1 : (hover ?? (isFocused || tappedId ? active : -1)),
    focus: setFocused,
    blur: () => {
      setFocused(false);
      if (moving && !moving.pixel) setMoving(undefined);
    },
  };
}

function usePlotElement(measure: ShownScene['measure']) {
  const plot = useRef<HTMLDivElement>(null);
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      plot.current = element;
      return measure(element);
    },
    [measure],
  );
  return { plot, attach };
}

/** More are found in the table. */
const mostListed = 100;

function pileEntries({ model, data, onOpen }: MatrixBoardProps, members: readonly number[]): MenuEntry {
  return {
    kind: 'group',
    id: 'pile',
    label: t('matrix.pile', { count: members.length }),
    entries: members.slice(0, mostListed).map((point) => {
      const id = data.plotted.ids[point] ?? '';
      return { kind: 'action', id, label: model.title(id), onSelect: () => onOpen(id) };
    }),
  };
}

export type MatrixActs = Omit<ReturnType<typeof useMatrixActs>, 'attach'>;
