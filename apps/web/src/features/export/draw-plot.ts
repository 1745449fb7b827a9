import type { Field } from '@throughline/model';
import { INK, markColor, PAGE, type Page, type Shape } from './shapes.ts';

export interface PlotPoint {
  readonly title: string;
  readonly x: number;
  readonly y: number;
}

export interface Plot {
  readonly x: Field;
  readonly y: Field;
  readonly points: readonly PlotPoint[];
}

const mostNamed = 40;

/** Two fields against each other; the first points carry their names. */
export function drawPlot({ x, y, points }: Plot): readonly Page[] {
  const [across, up] = [extent(points.map((point) => point.x)), extent(points.map((point) => point.y))];
  const left = PAGE.margin + 40;
  const width = PAGE.width - PAGE.margin - left;
  const bottom = PAGE.bottom - 34;
  const height = bottom - PAGE.top;
  const frame: readonly Shape[] = [
    { kind: 'box', x: left, y: PAGE.top, width, height, fill: INK.paper, line: INK.line },
    { kind: 'box', x: left + width / 2, y: PAGE.top, width: 1, height, fill: INK.line },
    { kind: 'box', x: left, y: PAGE.top + height / 2, width, height: 1, fill: INK.line },
    { kind: 'text', x: left, y: bottom + 10, width, size: 12, color: INK.quiet, text: `${x.name} →` },
    {
      kind: 'text',
      x: PAGE.margin - 30,
      y: PAGE.top - 20,
      width: 300,
      size: 12,
      color: INK.quiet,
      text: `↑ ${y.name}`,
    },
  ];
  const dots = points.flatMap((point, index): readonly Shape[] => {
    const [px, py] = [left + across(point.x) * width, bottom - up(point.y) * height];
    const name = { kind: 'text', x: px + 8, y: py - 7, width: 150, size: 10 } as const;
    return [
      { kind: 'dot', x: px, y: py, radius: 5, fill: markColor('violet') },
      ...(index < mostNamed ? [{ ...name, color: INK.text, text: point.title }] : []),
    ];
  });
  return [[...frame, ...dots]];
}

/** From a value to its place between the least and the greatest, with some room at both ends. */
function extent(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || 1;
  return (value) => 0.04 + ((value - least) / span) * 0.92;
}

export interface Bars {
  readonly name: string;
  readonly bars: ReadonlyArray<{
    readonly label: string;
    readonly color?: string | undefined;
    readonly value: number;
  }>;
}

const mostBars = 22;

export function drawBars({ name, bars }: Bars): readonly Page[] {
  const shown = bars.slice(0, mostBars);
  const most = Math.max(1, ...shown.map(({ value }) => value));
  const step = Math.min(40, (PAGE.bottom - PAGE.top - 20) / Math.max(1, shown.length));
  const [left, room] = [PAGE.margin + 240, PAGE.width - 2 * PAGE.margin - 320];
  const head = { kind: 'text', x: PAGE.margin, y: PAGE.top - 20, width: 600, size: 12 } as const;
  return [
    [
      { ...head, color: INK.quiet, text: name },
      ...shown.flatMap(({ label, color, value }, index): readonly Shape[] => {
        const y = PAGE.top + index * step;
        const width = Math.max(1, (Math.max(0, value) / most) * room);
        const text = { kind: 'text', y: y + 3, size: 12, color: INK.text } as const;
        return [
          { ...text, x: PAGE.margin, width: 230, text: label },
          { kind: 'box', x: left, y, width, height: step * 0.7, fill: markColor(color ?? 'violet') },
          { ...text, x: left + width + 6, width: 100, text: String(Math.round(value * 100) / 100) },
        ];
      }),
    ],
  ];
}
