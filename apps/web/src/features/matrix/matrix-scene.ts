/** Everything the plot draws and finds, worked out from the points, the axes and what of them is in sight. */
import type { MatrixPoints } from '../../data/matrix-model.ts';
import {
  extentOf,
  makeScale,
  type AxisDomain,
  type AxisField,
  type AxisScale,
  type AxisWindow,
} from './axis-scale.ts';
import { placePoints, type Pile } from './place-points.ts';
import { makePointGrid, type PointGrid } from './point-grid.ts';

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

export interface PlotWindow {
  readonly x: AxisWindow;
  readonly y: AxisWindow;
}

export const wholePlot: PlotWindow = { x: { start: 0, size: 1 }, y: { start: 0, size: 1 } };

export interface PlotAxis {
  readonly field: AxisField;
  readonly domain: AxisDomain;
  readonly isReversed: boolean;
}

export interface SceneOptions {
  readonly points: MatrixPoints;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly size: PlotSize;
  readonly window: PlotWindow;
  /** Colours that are looked at alone; all when empty. NaN stands for none. */
  readonly chosen: ReadonlySet<number>;
}

export interface Scene {
  readonly size: PlotSize;
  readonly points: MatrixPoints;
  readonly x: AxisScale;
  readonly y: AxisScale;
  readonly radius: Float32Array;
  /** Pixels of the places that values have; bubbles that share one are spread around it. */
  readonly placeX: Float64Array;
  readonly placeY: Float64Array;
  readonly px: Float32Array;
  readonly py: Float32Array;
  readonly piles: readonly Pile[];
  readonly grid: PointGrid;
  readonly isShown: (point: number) => boolean;
}

export function makeScene({ points, x, y, size, window, chosen }: SceneOptions): Scene {
  const scaleX = makeScale({
    ...x,
    window: window.x,
    length: size.width,
    isBackwards: x.isReversed,
    ticks: Math.max(2, size.width / 90),
  });
  const scaleY = makeScale({
    ...y,
    window: window.y,
    length: size.height,
    isBackwards: !y.isReversed,
    ticks: Math.max(2, size.height / 56),
  });
  const radius = radii(points.size, size);
  const placeX = points.x.map(scaleX.toPixel);
  const placeY = points.y.map(scaleY.toPixel);
  const placed = placePoints({
    x: placeX,
    y: placeY,
    radius,
    placeWidth: roomOf(scaleX.placeSize, scaleY.placeSize),
    placeHeight: roomOf(scaleY.placeSize, scaleX.placeSize),
  });
  const isShown = (point: number): boolean => chosen.size === 0 || chosen.has(points.color[point] as number);
  const grid = makePointGrid({ x: placed.x, y: placed.y, radius, isFound: isShown });
  return {
    size,
    points,
    x: scaleX,
    y: scaleY,
    radius,
    placeX,
    placeY,
    px: placed.x,
    py: placed.y,
    piles: placed.piles,
    grid,
    isShown,
  };
}

/** Narrow places are kept to where there is room along the other axis; else bubbles spread a little beyond. */
function roomOf(size: number, across: number): number {
  return size >= widePlace || across >= widePlace ? size : 0;
}

const widePlace = 40;

/** Areas say how much: four times the value has twice the radius. */
function radii(values: Float64Array, { width, height }: PlotSize): Float32Array {
  const extent = extentOf(values);
  const least = leastRadius(values.length);
  if (extent === undefined || extent.greatest <= 0) return new Float32Array(values.length).fill(least);
  const greatest = Math.max(least + 6, Math.min(26, Math.min(width, height) / 16));
  return Float32Array.from(values, (value) =>
    Number.isNaN(value) || value <= 0
      ? least - 1
      : Math.max(least - 1, greatest * Math.sqrt(value / extent.greatest)),
  );
}

function leastRadius(count: number): number {
  if (count > 4000) return 3;
  return count > 800 ? 4 : 6;
}
