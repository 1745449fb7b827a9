import { Button } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';
import type { Place } from './use-plot-pointer.ts';
import type { PlotSize } from './matrix-scene.ts';

export interface PointCardProps {
  readonly recordKey: string;
  readonly title: string;
  readonly values: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly at: Place;
  readonly radius: number;
  readonly size: PlotSize;
  /** Where a click does not open: fingers. */
  readonly onOpen?: (() => void) | undefined;
}

const cardWidth = 232;

/** What a bubble is, beside it, on the side where there is more room. */
export function PointCard({ recordKey, title, values, at, radius, size, onOpen }: PointCardProps) {
  const isLeft = at.x + radius + cardWidth + 12 > size.width && at.x > size.width / 2;
  const isUp = at.y > size.height / 2;
  const x = isLeft ? at.x - radius - 8 - cardWidth : at.x + radius + 8;
  const width = Math.min(cardWidth, size.width);
  return (
    <div
      data-card
      className="popup pointer-events-none absolute z-30 p-2 text-small"
      style={{
        width,
        left: Math.min(Math.max(0, x), Math.max(0, size.width - width)),
        ...(isUp ? { bottom: size.height - at.y + 4 } : { top: at.y + 4 }),
      }}
    >
      <p className="text-tiny text-faint">{recordKey}</p>
      <p className="line-clamp-3 text-ui font-medium">{title}</p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        {values.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="truncate text-muted">{name}</dt>
            <dd className="figures text-right">{value}</dd>
          </div>
        ))}
      </dl>
      {onOpen && (
        <Button
          size="small"
          className="pointer-events-auto mt-2 w-full"
          onPointerDown={(event) => event.stopPropagation()}
          onClick={onOpen}
        >
          {t('matrix.open')}
        </Button>
      )}
    </div>
  );
}
