import { memo } from 'react';
import { ticksBetween } from '../../data/timeline-calendar.ts';
import type { Scale } from '../../data/timeline-scale.ts';
import { isWeekend, overText, unitText } from './tick-text.ts';
import { momentAt, xOf, type Sight, type TimeAxis } from './timeline-layout.ts';

export const headerHeight = 48;

interface HeaderProps {
  readonly scale: Scale;
  readonly axis: TimeAxis;
  readonly left: number;
  readonly right: number;
  readonly today: number;
}

/** Two calm lines: what the units are in, and the units. */
export const TimelineHeader = memo(function TimelineHeader({ scale, axis, left, right, today }: HeaderProps) {
  const [from, to] = [momentAt(axis, left), Math.min(axis.end, momentAt(axis, right))];
  return (
    <div
      className="sticky top-0 z-20 border-b bg-canvas"
      style={{ height: headerHeight, width: xOf(axis, axis.end) }}
      aria-hidden
    >
      {ticksBetween(scale.over, Math.max(from, axis.origin), to).map(({ start, end }) => (
        <div
          key={start}
          className="absolute top-0 flex h-6 items-center border-l"
          style={{ left: xOf(axis, start), width: (end - start) * axis.pixelsPerMs }}
        >
          <span className="figures sticky left-3 px-2 text-small font-medium whitespace-nowrap">
            {overText(scale, start, end)}
          </span>
        </div>
      ))}
      {ticksBetween(scale.unit, Math.max(from, axis.origin), to).map(({ start, end }) => (
        <div
          key={start}
          className={`figures absolute top-6 flex h-6 items-center justify-center overflow-hidden border-l text-small whitespace-nowrap ${start <= today && today < end ? 'font-medium text-accent-text' : 'text-muted'}`}
          style={{ left: xOf(axis, start), width: (end - start) * axis.pixelsPerMs }}
        >
          {unitText(scale, start)}
        </div>
      ))}
    </div>
  );
});

interface GridProps {
  readonly scale: Scale;
  readonly axis: TimeAxis;
  readonly sight: Sight;
}

/** Hairlines where units begin; weekends are shaded where days are drawn. */
export const TimelineGrid = memo(function TimelineGrid({ scale, axis, sight }: GridProps) {
  const from = Math.max(axis.origin, momentAt(axis, sight.left));
  const to = Math.min(axis.end, momentAt(axis, sight.right));
  const overs = new Set(ticksBetween(scale.over, from, to).map(({ start }) => start));
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      {ticksBetween(scale.unit, from, to).map(({ start, end }) => (
        <div
          key={start}
          className={`absolute inset-y-0 border-l ${overs.has(start) ? 'border-line-strong' : 'border-line'} ${isWeekend(scale.unit, start) ? 'bg-sunken' : ''}`}
          style={{ left: xOf(axis, start), width: (end - start) * axis.pixelsPerMs }}
        />
      ))}
    </div>
  );
});
