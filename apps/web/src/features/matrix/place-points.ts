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
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

export function placePoints(options: PlaceOptions): PlacedPoints {
  const { x, y, radius } = options;
  const placed = {
    x: new Float32Array(x.length).fill(Number.NaN),
    y: new Float32Array(x.length).fill(Number.NaN),
  };
  const piles: Pile[] = [];
  for (const members of samePlaces(x, y)) {
    const [first = 0] = members;
    const [centerX, centerY] = [x[first] as number, y[first] as number];
    if (members.length === 1) {
      placed.x[first] = centerX;
      placed.y[first] = centerY;
      continue;
    }
    const spacing = 2 * Math.max(...members.slice(0, 60).map((point) => radius[point] as number)) + 1;
    const half = {
      x: Math.max(0, ((options.placeWidth || freeRoom) - spacing) / 2),
      y: Math.max(0, ((options.placeHeight || freeRoom) - spacing) / 2),
    };
    const spots = spotsAround(members.length, spacing, half);
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

/** At most `count` spots that keep their distance, as a sunflower's seeds; as many as the room holds, at least one. */
function spotsAround(count: number, spacing: number, half: Spot): readonly Spot[] {
  const spots: Spot[] = [];
  const most = Math.max(1, Math.floor((4 * (half.x + spacing / 2) * (half.y + spacing / 2)) / spacing ** 2));
  const across = Math.max(1, Math.floor((2 * half.x) / spacing) + 1);
  const wanted = Math.min(count, most);
  if (half.y < spacing * 0.5 || half.x < spacing * 0.5) {
    const isWide = half.x >= half.y;
    const room = isWide ? across : Math.max(1, Math.floor((2 * half.y) / spacing) + 1);
    const inRow = Math.min(count, room);
    for (let at = 0; at < inRow; at++) {
      const off = (at - (inRow - 1) / 2) * spacing;
      spots.push(isWide ? { x: off, y: 0 } : { x: 0, y: off });
    }
    return spots;
  }
  for (let at = 0; spots.length < wanted && at < wanted * 6; at++) {
    const distance = spacing * 0.62 * Math.sqrt(at);
    const spot = { x: distance * Math.cos(at * goldenAngle), y: distance * Math.sin(at * goldenAngle) };
    if (Math.abs(spot.x) <= half.x && Math.abs(spot.y) <= half.y) spots.push(spot);
    else if (distance > Math.hypot(half.x, half.y)) break;
  }
  return spots.length === 0 ? [{ x: 0, y: 0 }] : spots;
}
