/** The keyboard on the plot: from bubble to bubble, and a mode that moves one. */
import { useShortcuts } from '@throughline/ui';
import type { KeyboardEvent, RefObject } from 'react';
import { t } from '../../messages/area-t.ts';
import type { Scene } from './matrix-scene.ts';
import type { MayMove, Moving } from './moving.ts';
import { nextPoint, type Heading } from './point-grid.ts';

export interface PlotKeysOptions {
  readonly plot: RefObject<HTMLElement | null>;
  readonly scene: Scene;
  readonly activeId: string | undefined;
  readonly onActive: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onClear: () => void;
  readonly mayMove: (id: string) => MayMove;
  readonly moving: Moving | undefined;
  readonly onMoving: (moving: Moving | undefined) => void;
  readonly onDrop: (moving: Moving) => void;
  readonly onCannotMove: () => void;
  readonly onGiveUp: (id: string) => void;
  readonly onZoom: (factor: number | 'reset') => void;
}

const headings: Readonly<Record<string, Heading>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const largeStep = 5;

export function usePlotKeys(options: PlotKeysOptions) {
  const { plot, scene, activeId, moving, mayMove, onActive, onMoving } = options;
  const { ids } = scene.points;

  function walk(heading: Heading) {
    const from = activeId === undefined ? -1 : ids.indexOf(activeId);
    if (from < 0) return goTo(firstShown(scene));
    const shown = {
      x: scene.px.map((at, point) => (scene.isShown(point) ? at : Number.NaN)),
      y: scene.py.slice(),
    };
    // One that is only counted has no bubble of its own: the way goes on from its place.
    if (Number.isNaN(shown.x[from])) {
      shown.x[from] = scene.placeX[from] as number;
      shown.y[from] = scene.placeY[from] as number;
    }
    goTo(nextPoint(shown, from, heading));
  }
  function goTo(point: number) {
    const id = ids[point];
    if (id !== undefined) onActive(id);
  }
  function step(by: 1 | -1) {
    const from = activeId === undefined ? -1 : ids.indexOf(activeId);
    for (let point = from + by; point >= 0 && point < ids.length; point += by)
      if (scene.isShown(point)) return goTo(point);
  }
  /** A record that has no place yet begins in the middle. */
  function beginMove(id: string | undefined = activeId) {
    if (id === undefined) return;
    const may = mayMove(id);
    if (!may.x && !may.y) return options.onCannotMove();
    const point = ids.indexOf(id);
    const value = (axis: 'x' | 'y', length: number): number | undefined => {
      if (!may[axis]) return undefined;
      return point < 0 ? scene[axis].snap(scene[axis].toValue(length / 2)) : scene.points[axis][point];
    };
    plot.current?.focus({ preventScroll: true });
    onMoving({
      id,
      ids: [id],
      x: value('x', scene.size.width),
      y: value('y', scene.size.height),
      isOver: true,
    });
  }
  function steer(heading: Heading, steps: number) {
    if (moving === undefined) return;
    const axis = heading === 'left' || heading === 'right' ? 'x' : 'y';
    const now = moving[axis];
    if (now === undefined) return;
    const isAhead = heading === 'right' || heading === 'down';
    const direction = isAhead === !scene[axis].isBackwards ? 1 : -1;
    onMoving({ ...moving, [axis]: scene[axis].stepFrom(now, direction * steps) });
  }
  function handleMoveKey(event: KeyboardEvent): boolean {
    if (moving === undefined || moving.pixel) return false;
    const heading = headings[event.key];
    if (heading) steer(heading, event.shiftKey ? largeStep : 1);
    else if (event.key === 'Enter') {
      onMoving(undefined);
      options.onDrop(moving);
    } else if (event.key === 'Escape') {
      onMoving(undefined);
      options.onGiveUp(moving.id);
    } else return event.key !== 'Tab';
    return true;
  }
  function handleKey(event: KeyboardEvent): boolean {
    if (event.metaKey || event.ctrlKey || event.altKey) return false;
    const heading = headings[event.key];
    if (heading) walk(heading);
    else if (event.key === 'Home') goTo(firstShown(scene));
    else if (event.key === 'Enter' && activeId !== undefined) options.onOpen(activeId);
    else if (event.key === 'Escape') options.onClear();
    else return false;
    return true;
  }

  const group = t('matrix.shortcuts');
  useShortcuts([
    { keys: 'j', label: t('matrix.next'), group, run: () => step(1) },
    { keys: 'k', label: t('matrix.previous'), group, run: () => step(-1) },
    { keys: 'm', label: t('matrix.move'), group, run: () => beginMove() },
    {
      keys: 'x',
      label: t('matrix.select'),
      group,
      run: () => activeId !== undefined && options.onToggle(activeId),
    },
    { keys: '+', label: t('matrix.zoomIn'), group, run: () => options.onZoom(1.5) },
    { keys: '-', label: t('matrix.zoomOut'), group, run: () => options.onZoom(1 / 1.5) },
    { keys: '0', label: t('matrix.zoomReset'), group, run: () => options.onZoom('reset') },
  ]);
  return {
    beginMove,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== plot.current) return;
      if (handleMoveKey(event) || handleKey(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
  };
}

function firstShown({ points, isShown }: Scene): number {
  return points.ids.findIndex((_, point) => isShown(point));
}
