import type { QuadrantNames as Names } from '@throughline/view';
import { classNames } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../../messages/area-t.ts';
import type { AxisScale } from './axis-scale.ts';
import type { PlotSize } from './matrix-scene.ts';

export interface QuadrantNamesProps {
  /** As drawn: top left, top right, bottom left, bottom right. */
  readonly names: Names;
  readonly scale: { readonly x: AxisScale; readonly y: AxisScale };
  readonly size: PlotSize;
  readonly lines: { readonly x: number; readonly y: number };
  /** A bubble lies under the pointer: it goes before a name. */
  readonly isBehind: boolean;
  readonly onName: (corner: number, name: string) => void;
}

export const cornerLabels = [
  'matrix.topLeft',
  'matrix.topRight',
  'matrix.bottomLeft',
  'matrix.bottomRight',
] as const;

/** A name in the outer corner of each quarter; a click edits it. */
export function QuadrantNames({ names, scale, size, lines, isBehind, onName }: QuadrantNamesProps) {
  const x = Math.min(size.width, Math.max(0, scale.x.toPixel(lines.x)));
  const y = Math.min(size.height, Math.max(0, scale.y.toPixel(lines.y)));
  const boxes = [
    { left: 0, top: 0, width: x, height: y },
    { left: x, top: 0, width: size.width - x, height: y },
    { left: 0, top: y, width: x, height: size.height - y },
    { left: x, top: y, width: size.width - x, height: size.height - y },
  ];
  return boxes.map((box, corner) =>
    box.width < 60 || box.height < 30 ? null : (
      <div
        key={cornerLabels[corner]}
        className={classNames(
          'pointer-events-none absolute flex p-1',
          corner % 2 === 1 && 'justify-end',
          corner > 1 ? 'items-end' : 'items-start',
        )}
        style={box}
      >
        <QuadrantName
          label={t(cornerLabels[corner] ?? 'matrix.topLeft')}
          name={names[corner] ?? ''}
          isBehind={isBehind}
          onName={(name) => onName(corner, name)}
        />
      </div>
    ),
  );
}

interface QuadrantNameProps {
  readonly label: string;
  readonly name: string;
  readonly isBehind: boolean;
  readonly onName: (name: string) => void;
}

function QuadrantName({ label, name, isBehind, onName }: QuadrantNameProps) {
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it stands where the person has just clicked
        autoFocus
        aria-label={`${t('matrix.nameQuadrant')}: ${label}`}
        defaultValue={name}
        maxLength={60}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') setEditing(false);
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        onBlur={(event) => {
          setEditing(false);
          const next = event.currentTarget.value.trim();
          if (next !== name) onName(next);
        }}
        className="field-box pointer-events-auto z-20 h-7 w-36 max-w-full px-1.5 text-small"
      />
    );
  }
  return (
    <button
      type="button"
      data-tip={t('matrix.nameQuadrant')}
      aria-label={`${t('matrix.nameQuadrant')}: ${name || label}`}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => setEditing(true)}
      className={classNames(
        'max-w-full truncate rounded-sm bg-canvas/85 px-1.5 py-0.5 text-small font-medium text-muted hover:bg-hover hover:text-ink',
        !isBehind && 'pointer-events-auto',
        name === '' && 'opacity-0 hover:opacity-100 focus-visible:opacity-100',
      )}
    >
      {name || label}
    </button>
  );
}
