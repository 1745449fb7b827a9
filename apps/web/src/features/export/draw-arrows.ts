/** Arrows between bars of a drawn timeline, made of straight lines: slides know no others that stay where they are. */
import type { TimelineLink } from '../../data/timeline-links.ts';
import { INK, markColor, type Shape } from './shapes.ts';

/** Where a bar stands on the page, and in time. */
export interface Ends {
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
  /** Of its middle. */
  readonly y: number;
}

type Point = readonly [x: number, y: number];

const bend = 8;
const aside = 12;

/** Of those whose both ends are on the page; what blocks too long is in the colour of a warning. */
export function drawArrows(
  links: readonly TimelineLink[],
  ends: ReadonlyMap<string, Ends>,
): readonly Shape[] {
  return links.flatMap(({ from: fromId, to: toId, isBlocking }) => {
    const [from, to] = [ends.get(fromId), ends.get(toId)];
    if (from === undefined || to === undefined) return [];
    const isLate = isBlocking && from.end > to.start;
    const fill = isLate ? markColor('orange') : INK.quiet;
    const thickness = isLate ? 2 : 1;
    return [
      ...drawLine(cornersOf([from.right, from.y], [to.left, to.y]), { fill, thickness }),
      { kind: 'dot', x: to.left - 2, y: to.y, radius: 3, fill } as const,
    ];
  });
}

/** Out to the right, across, and in from the left; back around where the end lies behind the start. */
function cornersOf([x1, y1]: Point, [x2, y2]: Point): readonly Point[] {
  if (x2 - x1 >= 2 * bend)
    return [
      [x1, y1],
      [x2 - bend, y1],
      [x2 - bend, y2],
      [x2, y2],
    ];
  const between = y1 + (y2 < y1 ? -aside : aside);
  return [
    [x1, y1],
    [x1 + bend, y1],
    [x1 + bend, between],
    [x2 - bend, between],
    [x2 - bend, y2],
    [x2, y2],
  ];
}

interface Line {
  readonly fill: string;
  readonly thickness: number;
}

function drawLine(corners: readonly Point[], { fill, thickness }: Line): readonly Shape[] {
  return corners.slice(1).map(([x2, y2], index): Shape => {
    const [x1, y1] = corners[index] ?? [x2, y2];
    return {
      kind: 'box',
      x: Math.min(x1, x2) - thickness / 2,
      y: Math.min(y1, y2) - thickness / 2,
      width: Math.abs(x2 - x1) + thickness,
      height: Math.abs(y2 - y1) + thickness,
      fill,
    };
  });
}
