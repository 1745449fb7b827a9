import { formatDateRange } from '@throughline/ui';
import { useSyncExternalStore } from 'react';
import { rangeOfSpan } from '../../data/timeline-span.ts';
import { locale } from '../../messages/area-t.ts';
import { TRAY_KEY } from './drag-store.ts';
import { useTimelineParts } from './timeline-context.ts';
import { xOf } from './timeline-layout.ts';

/** A record from the tray, where it would be put. */
export function DragGhost() {
  const { drags, axis, model } = useTimelineParts();
  const drag = useSyncExternalStore(drags.subscribe, () => drags.of(TRAY_KEY));
  if (drag === undefined) return null;
  return (
    <div
      className="pointer-events-none absolute z-10 flex h-6 items-center rounded-md border border-accent-line bg-accent-soft text-small font-medium"
      style={{
        left: xOf(axis, drag.span.start),
        width: (drag.span.end - drag.span.start) * axis.pixelsPerMs,
        top: drag.down - 12,
      }}
    >
      <span className="truncate px-2">{model.title(drag.place.id)}</span>
      <span className="figures popup absolute top-full left-0 mt-1.5 px-2 py-0.5 whitespace-nowrap">
        {formatDateRange(rangeOfSpan(drag.span), locale)}
      </span>
    </div>
  );
}
