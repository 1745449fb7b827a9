/** Which titles there is room for: the most wanted first, none over another or over a bubble. */

export interface LabelWish {
  readonly point: number;
  readonly width: number;
  /** The middle of the bubble. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PlacedLabel {
  readonly point: number;
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly width: number;
}

export interface LabelRoom {
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const gap = 3;
const cell = 32;

/** `wishes` come the most wanted first; `bubbles` are all that are drawn. */
export function placeLabels(
  wishes: readonly LabelWish[],
  bubbles: Iterable<Omit<LabelWish, 'width'>>,
  room: LabelRoom,
): readonly PlacedLabel[] {
  const taken = makeTaken();
  for (const { point, x, y, radius } of bubbles)
    taken.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }, point);
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const spot = spotsFor(wish, room.lineHeight).find(
      (rect) => isInside(rect, room) && taken.isFree(rect, wish.point),
    );
    if (spot === undefined) continue;
    taken.add(spot, -1);
    placed.push({ point: wish.point, x: spot.left, y: (spot.top + spot.bottom) / 2, width: wish.width });
  }
  return placed;
}

/** Right of the bubble, else left, else above, else below. */
function spotsFor({ x, y, radius, width }: LabelWish, lineHeight: number): readonly Rect[] {
  const half = lineHeight / 2;
  const at = (left: number, middle: number): Rect => ({
    left,
    right: left + width,
    top: middle - half,
    bottom: middle + half,
  });
  return [
    at(x + radius + gap, y),
    at(x - radius - gap - width, y),
    at(x - width / 2, y - radius - half - 1),
    at(x - width / 2, y + radius + half + 1),
  ];
}

function isInside(rect: Rect, { width, height }: LabelRoom): boolean {
  return rect.left >= 0 && rect.top >= 0 && rect.right <= width && rect.bottom <= height;
}

function makeTaken() {
  const cells = new Map<number, { readonly rect: Rect; readonly owner: number }[]>();
  const each = (rect: Rect, visit: (key: number) => boolean): boolean => {
    for (let column = Math.floor(rect.left / cell); column <= Math.floor(rect.right / cell); column++)
      for (let row = Math.floor(rect.top / cell); row <= Math.floor(rect.bottom / cell); row++)
        if (!visit(column * 65_536 + row)) return false;
    return true;
  };
  return {
    add: (rect: Rect, owner: number) =>
      each(rect, (key) => {
        const list = cells.get(key);
        if (list) list.push({ rect, owner });
        else cells.set(key, [{ rect, owner }]);
        return true;
      }),
    isFree: (rect: Rect, owner: number) =>
      each(rect, (key) =>
        (cells.get(key) ?? []).every((other) => other.owner === owner || !overlaps(rect, other.rect)),
      ),
  };
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
