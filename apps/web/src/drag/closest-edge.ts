/** The side of a drop target that the pointer is nearer to: dropped there, before or after it. */
export type DropSide = 'before' | 'after';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function closestSide(
  box: Box,
  pointer: { readonly clientX: number; readonly clientY: number },
  axis: 'x' | 'y',
): DropSide {
  const middle = axis === 'x' ? box.left + box.width / 2 : box.top + box.height / 2;
  return (axis === 'x' ? pointer.clientX : pointer.clientY) < middle ? 'before' : 'after';
}

/**
 * Where an item moved from `from` ends up when dropped on that side of `target`, counted in the list
 * without it. Undefined when it would stay where it is.
 */
export function moveTarget(from: number, target: number, side: DropSide): number | undefined {
  const gap = side === 'before' ? target : target + 1;
  const to = gap > from ? gap - 1 : gap;
  return to === from ? undefined : to;
}
