/** Finds bubbles by where they are, without looking at all of them. */

export interface PointGrid {
  /** The bubble under a place, the topmost first; -1 for none. `reach` is added to what counts as under. */
  readonly at: (x: number, y: number, reach: number) => number;
  /** Those whose centres lie in a box. */
  readonly inside: (box: Box) => readonly number[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface GridPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  /** Those left out (dimmed, say) are not found. */
  readonly isFound: (point: number) => boolean;
}

const cellSize = 48;

export function makePointGrid({ x, y, radius, isFound }: GridPoints): PointGrid {
  const cells = new Map<number, number[]>();
  let largest = 0;
  for (let point = 0; point < x.length; point++) {
    if (Number.isNaN(x[point]) || !isFound(point)) continue;
    largest = Math.max(largest, radius[point] as number);
    const key = keyOf(cellOf(x[point] as number), cellOf(y[point] as number));
    const cell = cells.get(key);
    if (cell) cell.push(point);
    else cells.set(key, [point]);
  }
  function* around(box: Box): Iterable<number> {
    for (let column = cellOf(box.left); column <= cellOf(box.right); column++)
      for (let row = cellOf(box.top); row <= cellOf(box.bottom); row++)
        yield* cells.get(keyOf(column, row)) ?? [];
  }
  return {
    at: (px, py, reach) => {
      const far = largest + reach;
      let [found, nearest] = [-1, Infinity];
      for (const point of around({ left: px - far, right: px + far, top: py - far, bottom: py + far })) {
        const distance = Math.hypot((x[point] as number) - px, (y[point] as number) - py);
        if (distance > (radius[point] as number) + reach) continue;
        // Small bubbles are drawn over large ones.
        const order = distance + (radius[point] as number);
        if (order < nearest) [found, nearest] = [point, order];
      }
      return found;
    },
    inside: (box) =>
      [...around(box)].filter((point) => {
        const [px, py] = [x[point] as number, y[point] as number];
        return px >= box.left && px <= box.right && py >= box.top && py <= box.bottom;
      }),
  };
}

function cellOf(pixel: number): number {
  return Math.floor(pixel / cellSize);
}

function keyOf(column: number, row: number): number {
  return column * 65_536 + row;
}

export type Heading = 'left' | 'right' | 'up' | 'down';

const headings: Readonly<Record<Heading, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The next point in a direction: ahead within a quarter turn, and the nearest, where what is off the line counts
 * double. Where points lie on one another, those after it in the list come first. -1 for none.
 */
export function nextPoint(
  { x, y }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  from: number,
  heading: Heading,
): number {
  const [dx, dy] = headings[heading];
  const [fromX, fromY] = [x[from] as number, y[from] as number];
  let [found, nearest] = [-1, Infinity];
  for (let point = 0; point < x.length; point++) {
    if (point === from) continue;
    const [offX, offY] = [(x[point] as number) - fromX, (y[point] as number) - fromY];
    const ahead = offX * dx + offY * dy;
    const aside = Math.abs(offX * dy + offY * dx);
    if (!(ahead > 0) || aside > ahead) continue;
    const distance = ahead + 2 * aside;
    if (distance < nearest) [found, nearest] = [point, distance];
  }
  return found;
}
