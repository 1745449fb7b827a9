/** What is under way while bubbles are moved, by the pointer or by keys, and the writes it ends in. */
import type { MatrixMove, MatrixPoints } from '../../data/matrix-model.ts';
import type { Scene } from './matrix-scene.ts';

export interface Moving {
  /** The one that is held; the others go along. */
  readonly id: string;
  readonly ids: readonly string[];
  /** Where the held one goes, in values; undefined where its field cannot be set. */
  readonly x: number | undefined;
  readonly y: number | undefined;
  /** Where the pointer holds it; absent when keys move it. */
  readonly pixel?: { readonly x: number; readonly y: number };
  /** Outside the plot nothing is kept. */
  readonly isOver: boolean;
}

export interface MayMove {
  readonly x: boolean;
  readonly y: boolean;
}

export function pointOf({ ids }: MatrixPoints, id: string): number {
  return ids.indexOf(id);
}

/** The values under a place of the plot, rounded as their fields ask. */
export function valuesAt(
  { x, y, size }: Scene,
  pixel: { readonly x: number; readonly y: number },
  may: MayMove,
): Pick<Moving, 'x' | 'y' | 'isOver'> {
  const edge = 12;
  return {
    x: may.x ? x.snap(x.toValue(pixel.x)) : undefined,
    y: may.y ? y.snap(y.toValue(pixel.y)) : undefined,
    isOver:
      pixel.x >= -edge && pixel.y >= -edge && pixel.x <= size.width + edge && pixel.y <= size.height + edge,
  };
}

/** The held one goes where it was put, the others by as much. */
export function movesOf(moving: Moving, scene: Scene): readonly MatrixMove[] {
  const held = pointOf(scene.points, moving.id);
  const { points } = scene;
  return moving.ids.map((id) => {
    const point = id === moving.id ? held : pointOf(points, id);
    const along = (axis: 'x' | 'y'): number | undefined => {
      const to = moving[axis];
      if (to === undefined || id === moving.id || point < 0 || held < 0) return to;
      const by = to - (points[axis][held] as number);
      return by === 0 ? undefined : scene[axis].snap((points[axis][point] as number) + by);
    };
    const [x, y] = [along('x'), along('y')];
    return { id, ...(x !== undefined && { x }), ...(y !== undefined && { y }) };
  });
}

/** Pixels where the held one is drawn. */
export function placeOf(moving: Moving, scene: Scene): { readonly x: number; readonly y: number } {
  if (moving.pixel) return moving.pixel;
  const point = pointOf(scene.points, moving.id);
  const value = (axis: 'x' | 'y'): number => moving[axis] ?? (scene.points[axis][point] as number);
  return { x: scene.x.toPixel(value('x')), y: scene.y.toPixel(value('y')) };
}
