import type { Field } from '@throughline/model';
import { classNames } from '@throughline/ui';
import type { AxisScale } from './axis-scale.ts';
import type { PlotSize } from './matrix-scene.ts';

export interface PlotAxesProps {
  readonly scale: { readonly x: AxisScale; readonly y: AxisScale };
  readonly size: PlotSize;
  readonly fields: { readonly x: Field; readonly y: Field };
  readonly format: (field: Field, value: number) => string;
}

/** Hairlines behind the bubbles: between bands, on numbers. */
export function PlotGrid({ scale, size }: Pick<PlotAxesProps, 'scale' | 'size'>) {
  const lines = (axis: AxisScale, length: number): readonly number[] =>
    (axis.edges.length > 0 ? axis.edges : axis.ticks).map(axis.toPixel).filter((at) => at > 0 && at < length);
  return (
    <svg aria-hidden width={size.width} height={size.height} className="absolute inset-0 text-line">
      {lines(scale.x, size.width).map((x) => (
        <line key={x} x1={x} x2={x} y1={0} y2={size.height} stroke="currentColor" />
      ))}
      {lines(scale.y, size.height).map((y) => (
        <line key={y} y1={y} y2={y} x1={0} x2={size.width} stroke="currentColor" />
      ))}
    </svg>
  );
}

/** Names that are wider than their place stand in two rows. */
export function XAxis({ scale, size, fields, format }: PlotAxesProps) {
  const shown = scale.x.ticks.filter((value) => isInSight(scale.x.toPixel(value), size.width));
  const place = size.width / Math.max(1, shown.length);
  const labels = shown.map((value) => format(fields.x, value));
  const isTwofold = Math.max(0, ...labels.map((label) => label.length)) * characterWidth > place - 6;
  return (
    <div aria-hidden className={classNames('relative text-small text-muted', isTwofold ? 'h-13' : 'h-9')}>
      {shown.map((value, at) => (
        <span
          key={value}
          className={classNames(
            'figures absolute -translate-x-1/2 truncate text-center',
            isTwofold && at % 2 === 1 ? 'top-4.5' : 'top-1',
          )}
          style={{
            left: scale.x.toPixel(value),
            maxWidth: Math.max(28, place * (isTwofold ? 2 : 1) - 6),
          }}
        >
          {labels[at]}
        </span>
      ))}
      <span className="absolute right-0 bottom-0 text-tiny font-medium text-ink">
        {arrowed(fields.x.name, scale.x.isBackwards ? '←' : '→')}
      </span>
    </div>
  );
}

function isInSight(pixel: number, length: number): boolean {
  return pixel >= -1 && pixel <= length + 1;
}

export function YAxis({ scale, size, fields, format, width }: PlotAxesProps & { readonly width: number }) {
  return (
    <div aria-hidden className="relative text-small text-muted">
      {scale.y.ticks
        .filter((value) => isInSight(scale.y.toPixel(value), size.height))
        .map((value) => (
          <span
            key={value}
            className="figures absolute right-2 -translate-y-1/2 truncate text-right"
            style={{ top: scale.y.toPixel(value), maxWidth: width - 10 }}
          >
            {format(fields.y, value)}
          </span>
        ))}
    </div>
  );
}

/** Above the axis, where there is room for it. */
export function YAxisName({ name, isReversed }: { readonly name: string; readonly isReversed: boolean }) {
  return (
    <div aria-hidden className={classNames('pb-1 text-tiny font-medium text-ink')}>
      {arrowed(name, isReversed ? '↓' : '↑')}
    </div>
  );
}

function arrowed(name: string, arrow: string): string {
  return `${name} ${arrow}`;
}

const characterWidth = 6.6;

/** Pixels for the longest label beside the plot. */
export function yAxisWidth(labels: readonly string[], most: number): number {
  const longest = Math.max(2, ...labels.map((label) => label.length));
  return Math.min(most, Math.round(longest * characterWidth) + 14);
}
