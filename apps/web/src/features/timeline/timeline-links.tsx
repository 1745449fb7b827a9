import { memo, useMemo, useSyncExternalStore } from 'react';
import type { TimelineLink } from '../../data/timeline-links.ts';
import type { Span } from '../../data/timeline-span.ts';
import { t } from '../../messages/area-t.ts';
import { useTimelineParts } from './timeline-context.ts';
import { xOf, type Sight, type TimelineLayout } from './timeline-layout.ts';

interface LinksProps {
  readonly links: readonly TimelineLink[];
  readonly layout: TimelineLayout;
  readonly sight: Sight;
}

interface End {
  readonly span: Span;
  readonly y: number;
}

interface Arrow {
  readonly id: string;
  readonly path: string;
  readonly tip: readonly [x: number, y: number];
  readonly isConflict: boolean;
  readonly title: string;
}

/** Arrows from what blocks to what is blocked; those that run against time are in the colour of a warning. */
export const TimelineLinks = memo(function TimelineLinks({ links, layout, sight }: LinksProps) {
  const { axis, model, drags, row } = useTimelineParts();
  const drag = useSyncExternalStore(drags.subscribe, drags.get);
  const middle = (row.tracks[0]?.top ?? 0) + (row.tracks[0]?.height ?? 0) / 2;
  const tops = useMemo(() => rowTops(layout), [layout]);
  const endOf = (id: string): End | undefined => {
    const top = tops.get(id);
    const span = drag?.place.id === id && drag.place.at === 0 ? drag.span : model.item(id)?.bars[0]?.span;
    const down = drag?.place.id === id ? drag.down : 0;
    return top === undefined || span === undefined ? undefined : { span, y: top + middle + down };
  };
  const arrows = links.flatMap((link): readonly Arrow[] => {
    const [from, to] = [endOf(link.from), endOf(link.to)];
    if (from === undefined || to === undefined) return [];
    const [x1, x2] = [xOf(axis, from.span.end), xOf(axis, to.span.start)];
    if (!isInSight(sight, { x1, x2, y1: from.y, y2: to.y })) return [];
    const isConflict = link.isBlocking && from.span.end > to.span.start;
    const title = t('timeline.conflict', { from: model.title(link.from), to: model.title(link.to) });
    const path = arrowPath([x1 - sight.left, from.y - sight.top], [x2 - sight.left, to.y - sight.top]);
    return [{ id: link.id, path, tip: [x2 - sight.left, to.y - sight.top], isConflict, title }];
  });
  if (arrows.length === 0) return null;
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute z-2 overflow-hidden"
      style={{
        left: sight.left,
        top: sight.top,
        width: sight.right - sight.left,
        height: sight.bottom - sight.top,
      }}
    >
      {arrows.map(({ id, path, tip: [x, y], isConflict, title }) => (
        <g
          key={id}
          data-link={isConflict ? 'conflict' : 'fine'}
          className={isConflict ? 'text-warning' : 'text-control-line'}
        >
          {isConflict && <title>{title}</title>}
          <path d={path} fill="none" stroke="currentColor" strokeWidth={isConflict ? 2 : 1.25} />
          <path d={`M${x - 1} ${y}l-6 -3.5v7z`} fill="currentColor" />
        </g>
      ))}
    </svg>
  );
});

/** Where each record first stands. */
function rowTops({ blocks, row }: TimelineLayout): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  for (const block of blocks)
    for (const [id, at] of block.rowOf) if (!tops.has(id)) tops.set(id, block.rowsTop + at * row.height);
  return tops;
}

interface Reach {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

function isInSight({ left, right, top, bottom }: Sight, { x1, x2, y1, y2 }: Reach): boolean {
  const slack = 40;
  return (
    Math.max(x1, x2) + slack > left &&
    Math.min(x1, x2) - slack < right &&
    Math.max(y1, y2) + slack > top &&
    Math.min(y1, y2) - slack < bottom
  );
}

const bend = 10;

/** Out to the right, across, and in from the left; back around where the end lies behind the start. */
export function arrowPath([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  if (x2 - x1 >= 2 * bend) {
    const turn = x2 - bend;
    return `M${x1} ${y1}H${turn}V${y2}H${x2 - 6}`;
  }
  const between = y1 === y2 ? y1 + 16 : y1 + Math.sign(y2 - y1) * 16;
  return `M${x1} ${y1}H${x1 + bend}V${between}H${x2 - bend}V${y2}H${x2 - 6}`;
}
