/** The pointer on the plot: pointing, clicking, dragging bubbles, boxes, panning and pinching. */
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import type { Box } from './point-grid.ts';
import type { Pile } from './place-points.ts';
import type { PlotWindow, Scene } from './matrix-scene.ts';
import { valuesAt, type MayMove, type Moving } from './moving.ts';
import { panWindow, pinchWindow, zoomWindow } from './plot-window.ts';

export interface PlotPointerOptions {
  readonly plot: RefObject<HTMLElement | null>;
  readonly scene: Scene;
  readonly window: PlotWindow;
  readonly onWindow: (window: PlotWindow) => void;
  readonly selected: ReadonlySet<string>;
  readonly mayMove: (id: string) => MayMove;
  readonly onMoving: (moving: Moving | undefined) => void;
  readonly onDrop: (moving: Moving) => void;
  readonly onHover: (point: number | undefined) => void;
  /** A tap of a finger shows first what a click of the mouse opens. */
  readonly onPick: (id: string, how: 'mouse' | 'touch') => void;
  readonly onPile: (pile: Pile, at: Place) => void;
  readonly onBox: (ids: readonly string[]) => void;
  readonly onEmpty: () => void;
  readonly onToggle: (id: string) => void;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Pixels before a press becomes a drag. */
const slack = 4;
const touchReach = 12;

type Press = {
  readonly kind: 'bubble' | 'pan' | 'box';
  readonly id: string | undefined;
  readonly from: Place;
  readonly window: PlotWindow;
  last: Place;
  isDrag: boolean;
};

export function usePlotPointer(options: PlotPointerOptions) {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [box, setBox] = useState<Box>();
  const [isPanning, setPanning] = useState(false);
  const press = useRef<Press>(undefined);
  const fingers = useRef(new Map<number, Place>());
  const frame = useRef(0);
  useWheelZoom(latest);

  const placeOfEvent = (event: { readonly clientX: number; readonly clientY: number }): Place => {
    const bounds = latest.current.plot.current?.getBoundingClientRect();
    return { x: event.clientX - (bounds?.left ?? 0), y: event.clientY - (bounds?.top ?? 0) };
  };

  function begin(event: ReactPointerEvent | PointerEvent, id: string | undefined) {
    const { window } = latest.current;
    const from = placeOfEvent(event);
    const kind = id !== undefined ? 'bubble' : event.shiftKey ? 'box' : 'pan';
    press.current = { kind, id, from, window, last: from, isDrag: false };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', cancel);
    addEventListener('keydown', escape, true);
  }
  function stop() {
    press.current = undefined;
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    fingers.current.clear();
    setBox(undefined);
    setPanning(false);
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', cancel);
    removeEventListener('keydown', escape, true);
  }
  function cancel() {
    stop();
    latest.current.onMoving(undefined);
  }
  function escape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }
  function move(event: PointerEvent) {
    const at = placeOfEvent(event);
    if (fingers.current.has(event.pointerId)) {
      const before = [...fingers.current.values()];
      fingers.current.set(event.pointerId, at);
      if (before.length === 2) return pinch(before, [...fingers.current.values()]);
    }
    const now = press.current;
    if (now === undefined) return;
    now.last = at;
    if (!now.isDrag && Math.hypot(at.x - now.from.x, at.y - now.from.y) < slack) return;
    now.isDrag = true;
    if (frame.current === 0) frame.current = requestAnimationFrame(drag);
  }
  function pinch(before: readonly Place[], after: readonly Place[]) {
    const { scene, window, onWindow } = latest.current;
    onWindow(pinchWindow(window, scene.size, { before, after }));
  }
  /** Once a frame, however often the pointer tells. */
  function drag() {
    frame.current = 0;
    const now = press.current;
    if (now === undefined) return;
    const { scene, onMoving, onWindow, onHover } = latest.current;
    if (now.kind === 'bubble' && now.id !== undefined) {
      onHover(undefined);
      onMoving(movingAt(now.id, now.last));
    } else if (now.kind === 'box') {
      setBox(boxOf(now));
    } else {
      setPanning(true);
      onWindow(panWindow(now.window, scene.size, { x: now.last.x - now.from.x, y: now.last.y - now.from.y }));
    }
  }
  function movingAt(id: string, at: Place): Moving {
    const { scene, mayMove, selected } = latest.current;
    const may = mayMove(id);
    const point = scene.points.ids.indexOf(id);
    const pixel = {
      x: may.x || point < 0 ? at.x : (scene.placeX[point] as number),
      y: may.y || point < 0 ? at.y : (scene.placeY[point] as number),
    };
    const ids = selected.has(id) && point >= 0 ? scene.points.ids.filter((each) => selected.has(each)) : [id];
    return { id, ids, pixel, ...valuesAt(scene, pixel, may) };
  }
  function end(event: PointerEvent) {
    const now = press.current;
    const wasPinch = fingers.current.size > 1;
    if (now) now.last = placeOfEvent(event);
    stop();
    if (now === undefined || wasPinch) return;
    const { scene, onMoving, onDrop, onBox } = latest.current;
    if (!now.isDrag) return click(event, now);
    if (now.kind === 'box') {
      onBox(scene.grid.inside(boxOf(now)).map((point) => scene.points.ids[point] as string));
    } else if (now.kind === 'bubble' && now.id !== undefined) {
      const moving = movingAt(now.id, now.last);
      onMoving(undefined);
      if (moving.isOver && (moving.x !== undefined || moving.y !== undefined)) onDrop(moving);
    }
  }
  function click(event: PointerEvent, { id, from }: Press) {
    const { onPick, onToggle, onEmpty, onPile } = latest.current;
    const pile = pileAt(latest.current.scene, from);
    if (pile) return onPile(pile, { x: event.clientX, y: event.clientY });
    if (id === undefined) return onEmpty();
    if (event.shiftKey || event.metaKey || event.ctrlKey) return onToggle(id);
    onPick(id, event.pointerType === 'mouse' ? 'mouse' : 'touch');
  }

  return {
    box,
    isPanning,
    /** For what is dragged in from beside the plot. */
    carry: (event: ReactPointerEvent, id: string) => begin(event, id),
    handlers: {
      onPointerDown: (event: ReactPointerEvent) => {
        if (event.button !== 0) return;
        const at = placeOfEvent(event);
        if (event.pointerType === 'touch') {
          fingers.current.set(event.pointerId, at);
          if (fingers.current.size > 1) return;
        }
        const { scene } = latest.current;
        const isPile = pileAt(scene, at) !== undefined;
        const point = isPile ? -1 : scene.grid.at(at.x, at.y, event.pointerType === 'mouse' ? 2 : touchReach);
        begin(event, point < 0 ? undefined : scene.points.ids[point]);
      },
      onPointerMove: (event: ReactPointerEvent) => {
        if (press.current !== undefined || event.pointerType !== 'mouse') return;
        const at = placeOfEvent(event);
        const point = latest.current.scene.grid.at(at.x, at.y, 2);
        latest.current.onHover(point < 0 ? undefined : point);
      },
      onPointerLeave: () => latest.current.onHover(undefined),
    },
  };
}

function boxOf({ from, last }: Press): Box {
  return {
    left: Math.min(from.x, last.x),
    right: Math.max(from.x, last.x),
    top: Math.min(from.y, last.y),
    bottom: Math.max(from.y, last.y),
  };
}

function pileAt({ piles }: Scene, at: Place): Pile | undefined {
  return piles.find(({ x, y }) => Math.abs(x - at.x) < 16 && Math.abs(y - at.y) < 10);
}

/** React listens to the wheel passively: the page would scroll as well. */
function useWheelZoom(latest: RefObject<PlotPointerOptions>): void {
  useEffect(() => {
    const plot = latest.current.plot.current;
    function zoom(event: WheelEvent) {
      event.preventDefault();
      const { scene, window, onWindow } = latest.current;
      const bounds = plot?.getBoundingClientRect();
      const at = { x: event.clientX - (bounds?.left ?? 0), y: event.clientY - (bounds?.top ?? 0) };
      onWindow(zoomWindow(window, scene.size, { at, factor: Math.exp(-event.deltaY * 0.0016) }));
    }
    plot?.addEventListener('wheel', zoom, { passive: false });
    return () => plot?.removeEventListener('wheel', zoom);
  }, [latest]);
}
