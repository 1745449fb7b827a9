/** What of the plot is in sight: moved and scaled, never beyond its ends. */
import type { AxisWindow } from './axis-scale.ts';
import type { PlotSize, PlotWindow } from './matrix-scene.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

const smallest = 1 / 64;

/** The place under `at` stays where it is. `factor` above 1 comes closer. */
export function zoomWindow(
  window: PlotWindow,
  size: PlotSize,
  { at, factor }: { readonly at: Place; readonly factor: number },
): PlotWindow {
  return {
    x: zoomAxis(window.x, factor, at.x / size.width),
    y: zoomAxis(window.y, factor, at.y / size.height),
  };
}

function zoomAxis({ start, size }: AxisWindow, factor: number, at: number): AxisWindow {
  const next = Math.min(1, Math.max(smallest, size / factor));
  return keepInside({ start: start + at * (size - next), size: next });
}

/** `by` in pixels, as the pointer went. */
export function panWindow(window: PlotWindow, size: PlotSize, by: Place): PlotWindow {
  return {
    x: keepInside({ ...window.x, start: window.x.start - (by.x / size.width) * window.x.size }),
    y: keepInside({ ...window.y, start: window.y.start - (by.y / size.height) * window.y.size }),
  };
}

/** Two fingers: the plot follows both. */
export function pinchWindow(
  window: PlotWindow,
  size: PlotSize,
  { before, after }: { readonly before: readonly Place[]; readonly after: readonly Place[] },
): PlotWindow {
  const middle = ([a, b]: readonly Place[]): Place => ({
    x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2,
    y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2,
  });
  const spread = ([a, b]: readonly Place[]): number =>
    Math.max(10, Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0)));
  const [from, to] = [middle(before), middle(after)];
  const panned = panWindow(window, size, { x: to.x - from.x, y: to.y - from.y });
  return zoomWindow(panned, size, { at: to, factor: spread(after) / spread(before) });
}

function keepInside({ start, size }: AxisWindow): AxisWindow {
  return { start: Math.min(1 - size, Math.max(0, start)), size };
}

/** Moved as little as brings a place, in pixels, into sight. */
export function revealInWindow(window: PlotWindow, size: PlotSize, at: Place): PlotWindow {
  const edge = 24;
  const off = (value: number, length: number): number =>
    value < edge ? edge - value : value > length - edge ? length - edge - value : 0;
  const by = { x: off(at.x, size.width), y: off(at.y, size.height) };
  return by.x === 0 && by.y === 0 ? window : panWindow(window, size, by);
}
