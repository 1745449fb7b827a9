/** Where bubbles are drawn: those with the same values side by side around their place, the rest counted. */

/** Everything that is drawn, by position in the plot. */
export interface PlacedPoints {
  /** Pixels; NaN where it is not drawn by itself. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Places with more than there is room for. */
  readonly piles: readonly Pile[];
}

export interface Pile {
  /** Where the count stands. */
  readonly x: number;
  readonly y: number;
  /** Those that are not drawn. */
  readonly hidden: readonly number[];
  /** All at the place. */
  readonly members: readonly number[];
}

export interface PlaceOptions {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float32Array;
  /** Pixels between places that values fall on; 0 where they go on without a gap. */
  readonly placeWidth: number;
  readonly placeHeight: number;
}

/** Around a place of an axis without gaps there is room for about this much. */
const freeRoom = 44;
const pileWidth = 42;
const pileHeight = 17;

export function placePoints(options: PlaceOptions): PlacedPoints {
  const { x, y, radius } = options;
  const placed = {
    x: new Float32Array(x.length).fill(Number.NaN),
    y: new Float32Array(x.length).fill(Number.NaN),
  };
  const piles: Pile[] = [];
  const grids = new Map<number, readonly Spot[]>();
  const gridOf = (spacing: number, half: Spot): readonly Spot[] => {
    const grid = grids.get(spacing) ?? roomyGrid(spacing, half);
    grids.set(spacing, grid);
    return grid;
  };
  for (const members of samePlaces(x, y)) {
    const [first = 0] = members;
    const [centerX, centerY] = [x[first] as number, y[first] as number];
    if (members.length === 1) {
      placed.x[first] = centerX;
      placed.y[first] = centerY;
      continue;
    }
    const spacing = Math.ceil(2 * meanRadius(members, radius)) + 1;
    const half = {
      x: Math.max(0, ((options.placeWidth || freeRoom) - spacing) / 2),
      y: Math.max(0, ((options.placeHeight || freeRoom) - spacing) / 2),
    };
    const spots = gridOf(spacing, half).slice(0, members.length);
    const shown = spots.length < members.length ? spots.slice(0, -1) : spots;
    for (const [at, spot] of shown.entries()) {
      const point = members[at] as number;
      placed.x[point] = centerX + spot.x;
      placed.y[point] = centerY + spot.y;
    }
    const last = spots.at(-1);
    if (shown.length < members.length)
      piles.push({
        x: centerX + (last?.x ?? 0),
        y: centerY + (last?.y ?? 0),
        hidden: members.slice(shown.length),
        members,
      });
  }
  return { ...placed, piles: mergePiles(piles) };
}

/** Counts that would lie on one another are told as one, at the largest. */
function mergePiles(piles: readonly Pile[]): readonly Pile[] {
  const merged: Pile[] = [];
  for (const pile of piles.toSorted((a, b) => b.hidden.length - a.hidden.length)) {
    const at = merged.findIndex(
      ({ x, y }) => Math.abs(x - pile.x) < pileWidth && Math.abs(y - pile.y) < pileHeight,
    );
    const into = merged[at];
    if (into === undefined) merged.push(pile);
    else
      merged[at] = {
        ...into,
        hidden: [...into.hidden, ...pile.hidden],
        members: [...into.members, ...pile.members],
      };
  }
  return merged;
}

/** The large may lie a little over the small: room for the largest everywhere would be mostly empty. */
function meanRadius(members: readonly number[], radius: Float32Array): number {
  const some = members.slice(0, 60);
  return some.reduce((sum, point) => sum + (radius[point] as number), 0) / some.length;
}

/** Points that lie on the same pixel, first come first. Those without a place are left out. */
function samePlaces(x: Float64Array, y: Float64Array): Iterable<readonly number[]> {
  const places = new Map<number, number[]>();
  for (let point = 0; point < x.length; point++) {
    const [px, py] = [x[point] as number, y[point] as number];
    if (Number.isNaN(px) || Number.isNaN(py)) continue;
    const key = Math.round(px) * 100_003 + Math.round(py);
    const members = places.get(key);
    if (members) members.push(point);
    else places.set(key, [point]);
  }
  return places.values();
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Spots in staggered rows that keep their distance, those in the middle first; as many as the room holds. */
function roomyGrid(spacing: number, half: Spot): readonly Spot[] {
  const rowHeight = spacing * 0.87;
  const rows = Math.floor(half.y / rowHeight);
  const spots: Spot[] = [];
  for (let row = -rows; row <= rows; row++) {
    // A place narrower than two bubbles is one column.
    const shift = row % 2 === 0 || half.x < spacing / 2 ? 0 : 0.5;
    const columns = Math.floor(half.x / spacing - shift);
    for (let column = -columns - 2 * shift; column <= columns; column++)
      spots.push({ x: (column + shift) * spacing, y: row * rowHeight });
  }
  return spots.toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
}
