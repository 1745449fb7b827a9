/** The lines and the names of the quarters: kept by value, shown as the axes run. */
import type { MatrixSettings, QuadrantNames } from '@throughline/view';
import { readsAsCost, readsAsWorth, type MatrixFields } from '../../data/matrix-fields.ts';
import { t } from '../../messages/area-t.ts';
import { niceStep, roundTo } from '../../data/chart-steps.ts';
import type { PlotAxis } from './matrix-scene.ts';

export interface Quadrants {
  readonly lines: { readonly x: number; readonly y: number };
  /** As drawn. */
  readonly names: QuadrantNames;
  readonly onShow: (hasLines: boolean) => void;
  readonly onLine: (axis: 'x' | 'y', value: number | null) => void;
  readonly onMiddle: () => void;
  readonly onName: (corner: number, name: string) => void;
}

export interface QuadrantParts {
  readonly axes: { readonly x: PlotAxis; readonly y: PlotAxis };
  readonly fields: MatrixFields;
  readonly settings: MatrixSettings;
  readonly onSettings: (part: Partial<MatrixSettings>) => void;
}

export function useQuadrants({ axes, fields, settings, onSettings }: QuadrantParts): Quadrants {
  const { x, y } = settings;
  const names = settings.names ?? guessNames(fields);
  const place = (corner: number): number => {
    const column = (corner % 2) ^ (x.isReversed ? 1 : 0);
    const row = (corner >> 1) ^ (y.isReversed ? 1 : 0);
    return row * 2 + column;
  };
  const all = (nameOf: (corner: number) => string): QuadrantNames => [
    nameOf(0),
    nameOf(1),
    nameOf(2),
    nameOf(3),
  ];
  return {
    lines: { x: x.line ?? middleOf(axes.x), y: y.line ?? middleOf(axes.y) },
    names: all((corner) => names[place(corner)] ?? ''),
    onShow: (hasLines) => onSettings({ hasLines }),
    onLine: (axis, line) => onSettings({ [axis]: { ...settings[axis], line } }),
    onMiddle: () => onSettings({ x: { ...x, line: null }, y: { ...y, line: null } }),
    onName: (corner, name) => {
      onSettings({ names: all((at) => (at === place(corner) ? name : (names[at] ?? ''))) });
    },
  };
}

function middleOf({ domain: { from, to } }: PlotAxis): number {
  const middle = (from + to) / 2;
  return roundTo(middle, niceStep(to - from, 100));
}

/** Where it is plain what is wanted: much for little. */
function guessNames({ x, y }: MatrixFields): QuadrantNames {
  if (!readsAsCost(x) || !readsAsWorth(y)) return ['', '', '', ''];
  return [t('matrix.quickWins'), t('matrix.bigBets'), t('matrix.fillIns'), t('matrix.timeSinks')];
}
