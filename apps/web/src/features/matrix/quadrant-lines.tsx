import type { Field } from '@throughline/model';
import { classNames } from '@throughline/ui';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { t } from '../../messages/area-t.ts';
import type { AxisScale } from './axis-scale.ts';
import type { PlotSize } from './matrix-scene.ts';

export interface QuadrantLinesProps {
  readonly fields: { readonly x: Field; readonly y: Field };
  readonly scale: { readonly x: AxisScale; readonly y: AxisScale };
  readonly size: PlotSize;
  readonly lines: { readonly x: number; readonly y: number };
  readonly format: (field: Field, value: number) => string;
  readonly onLine: (axis: 'x' | 'y', value: number | null) => void;
}

/** Two lines that can be dragged, or stepped with the arrow keys; a double click puts one back to the middle. */
export function QuadrantLines(props: QuadrantLinesProps) {
  return (
    <>
      <QuadrantLine axis="x" {...props} />
      <QuadrantLine axis="y" {...props} />
    </>
  );
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

function QuadrantLine(props: QuadrantLinesProps & { readonly axis: 'x' | 'y' }) {
  const { axis, fields, scale, size, lines, format, onLine } = props;
  const line = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number>();
  const along = scale[axis];
  const value = dragged ?? lines[axis];
  const at = along.toPixel(value);
  const length = axis === 'x' ? size.width : size.height;
  if (at < 0 || at > length) return null;

  function valueOf(event: PointerEvent): number {
    const bounds = line.current?.parentElement?.getBoundingClientRect();
    const pixel = axis === 'x' ? event.clientX - (bounds?.left ?? 0) : event.clientY - (bounds?.top ?? 0);
    return roundLine(along, Math.min(length, Math.max(0, pixel)));
  }
  function handleKey(event: KeyboardEvent) {
    const step = keySteps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const pixels = (axis === 'x') === along.isBackwards ? -8 : 8;
    onLine(axis, roundLine(along, at + step * pixels));
  }
  return (
    <div
      ref={line}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot be as long and thin as a line of the plot
      role="slider"
      tabIndex={0}
      aria-label={t('matrix.lineAt', { name: fields[axis].name })}
      aria-orientation={axis === 'x' ? 'horizontal' : 'vertical'}
      aria-valuenow={value}
      aria-valuemin={Math.min(along.toValue(0), along.toValue(length))}
      aria-valuemax={Math.max(along.toValue(0), along.toValue(length))}
      aria-valuetext={lineText(fields[axis], value, format)}
      onKeyDown={handleKey}
      onDoubleClick={() => onLine(axis, null)}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(lines[axis]);
      }}
      onPointerMove={(event) => {
        if (dragged !== undefined) setDragged(valueOf(event));
      }}
      onPointerUp={(event) => {
        if (dragged === undefined) return;
        setDragged(undefined);
        if (valueOf(event) !== lines[axis] && dragged !== lines[axis]) onLine(axis, valueOf(event));
      }}
      onPointerCancel={() => setDragged(undefined)}
      className={classNames(
        'group absolute z-10 touch-none outline-none',
        axis === 'x'
          ? 'inset-y-0 w-2.5 -translate-x-1/2 cursor-ew-resize'
          : 'inset-x-0 h-2.5 -translate-y-1/2 cursor-ns-resize',
      )}
      style={axis === 'x' ? { left: at } : { top: at }}
    >
      <span
        className={classNames(
          'pointer-events-none absolute border-dashed border-control-line group-hover:border-accent group-focus-visible:border-solid group-focus-visible:border-accent',
          axis === 'x' ? 'inset-y-0 left-1/2 border-l' : 'inset-x-0 top-1/2 border-t',
        )}
      />
      {dragged !== undefined && (
        <span
          className={classNames(
            'popup figures absolute px-1.5 py-0.5 text-small whitespace-nowrap',
            axis === 'x' ? 'top-1 left-3' : 'top-3 right-1',
          )}
        >
          {lineText(fields[axis], value, format)}
        </span>
      )}
    </div>
  );
}

/** Lines may stand between the values that records can have. */
function roundLine(scale: AxisScale, pixel: number): number {
  const value = scale.toValue(pixel);
  const step = Math.abs(scale.toValue(1) - scale.toValue(0)) * 2;
  const power = 10 ** Math.floor(Math.log10(step || 1));
  return Number((Math.round(value / power) * power).toPrecision(12));
}

/** Between two options there is no name for the place. */
export function lineText(
  field: Field,
  value: number,
  format: (field: Field, value: number) => string,
): string {
  if (field.config.options === undefined) return format(field, value);
  const below = format(field, Math.floor(value));
  const above = format(field, Math.ceil(value));
  return below === above ? below : [below, above].filter(Boolean).join(' | ');
}
