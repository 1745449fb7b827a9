import { parseDay } from '@throughline/ui';
import type { TimelineMarker } from '@throughline/view';
import { dayStart } from '../../data/timeline-span.ts';
import { t } from '../../messages/area-t.ts';
import { xOf, type TimeAxis } from './timeline-layout.ts';

interface LinesProps {
  readonly axis: TimeAxis;
  readonly today: number;
  readonly markers: readonly TimelineMarker[];
}

/** Today, and the days that everybody should see. */
export function DayLines({ axis, today, markers }: LinesProps) {
  return (
    <>
      <div
        data-today
        className="pointer-events-none absolute inset-y-0 w-px bg-accent-line"
        style={{ left: xOf(axis, today) }}
      >
        <span className="sticky top-[calc(3rem-4px)] -ml-[3.5px] block size-2 rounded-full bg-accent-line" />
      </div>
      {markers
        .filter(({ day }) => parseDay(day) !== undefined)
        .map(({ id, name, day }) => (
          <div
            key={id}
            data-marker={id}
            className="pointer-events-none absolute inset-y-0 border-l border-dashed border-info"
            style={{ left: xOf(axis, dayStart(day)) }}
          >
            <span className="sticky top-13 -ml-px block w-max max-w-40 truncate rounded-r-sm bg-info-soft px-1.5 py-px text-tiny font-medium text-info">
              {name || t('timeline.unnamed')}
            </span>
          </div>
        ))}
    </>
  );
}
