import { dayToMilliseconds, millisecondsToDay, type Field } from '@throughline/model';
import { readDateRange } from '../../fields/read-value.ts';
import { markColor, INK, PAGE, type Page, type Shape } from './shapes.ts';
import { chunks } from './draw-list.ts';
import type { ViewContent } from './view-content.ts';

export interface TimelineParts {
  /** The ranges that are drawn. */
  readonly range: Field;
  readonly colorBy: Field | undefined;
  readonly today: string;
}

interface Bar {
  readonly id: string;
  readonly start: number;
  /** The day after the last. */
  readonly end: number;
}

const DAY_MS = 86_400_000;
const names = 300;
const rowHeight = 24;
const left = PAGE.margin + names;
const width = PAGE.width - PAGE.margin - left;

/** A bar for each dated record over months or quarters, the earliest first, with today and a legend. */
export function drawTimeline(content: ViewContent, parts: TimelineParts): readonly Page[] {
  const ids = [...new Set(content.groups.flatMap((group) => group.ids))];
  const bars = ids
    .flatMap((id): readonly Bar[] => {
      const range = readDateRange(content.value(id, parts.range));
      if (range === null || range === undefined) return [];
      return [{ id, start: dayToMilliseconds(range.start), end: dayToMilliseconds(range.end) + DAY_MS }];
    })
    .toSorted((a, b) => a.start - b.start);
  const ticks = ticksOf(bars);
  const { colorBy } = parts;
  const colors = new Set(bars.map(({ id }) => colorBy && content.value(id, colorBy)));
  const perPage = Math.floor((PAGE.bottom - PAGE.top - 30) / rowHeight);
  return chunks(bars, perPage).map((shown) => [
    ...drawTicks(ticks),
    ...drawToday(ticks, parts.today),
    ...shown.flatMap((bar, row) => drawBar(bar, PAGE.top + 30 + row * rowHeight, { ticks, content, parts })),
    ...drawLegend(parts.colorBy, colors),
  ]);
}

type Ticks = readonly number[];

/** First days of months, or of quarters over more than a year and a half; one more ends the last. */
function ticksOf(bars: readonly Bar[]): Ticks {
  if (bars.length === 0) return [0, DAY_MS];
  const from = Math.min(...bars.map(({ start }) => start));
  const to = Math.max(...bars.map(({ end }) => end));
  const step = to - from > 550 * DAY_MS ? 3 : 1;
  const first = new Date(from);
  const ticks = [Date.UTC(first.getUTCFullYear(), Math.floor(first.getUTCMonth() / step) * step, 1)];
  while ((ticks.at(-1) ?? 0) < to) {
    const last = new Date(ticks.at(-1) ?? 0);
    ticks.push(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + step, 1));
  }
  return ticks;
}

function placeOf(ticks: Ticks, at: number): number {
  const from = ticks[0] ?? 0;
  const to = ticks.at(-1) ?? 1;
  return left + ((at - from) / (to - from)) * width;
}

function drawTicks(ticks: Ticks): readonly Shape[] {
  const isQuarterly = (ticks[1] ?? 0) - (ticks[0] ?? 0) > 40 * DAY_MS;
  return ticks.slice(0, -1).flatMap((tick, index): readonly Shape[] => {
    const x = placeOf(ticks, tick);
    const day = millisecondsToDay(tick);
    const label = isQuarterly
      ? `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`
      : day.slice(0, 7);
    const room = placeOf(ticks, ticks[index + 1] ?? tick) - x - 4;
    return [
      { kind: 'box', x, y: PAGE.top, width: 1, height: PAGE.bottom - PAGE.top, fill: INK.line },
      { kind: 'text', x: x + 4, y: PAGE.top + 4, width: room, size: 10, color: INK.quiet, text: label },
    ];
  });
}

function drawToday(ticks: Ticks, today: string): readonly Shape[] {
  const x = placeOf(ticks, dayToMilliseconds(today));
  if (x < left || x > left + width) return [];
  return [{ kind: 'box', x, y: PAGE.top, width: 2, height: PAGE.bottom - PAGE.top, fill: markColor('red') }];
}

interface BarParts {
  readonly ticks: Ticks;
  readonly content: ViewContent;
  readonly parts: TimelineParts;
}

function drawBar(bar: Bar, y: number, { ticks, content, parts }: BarParts): readonly Shape[] {
  const x = placeOf(ticks, bar.start);
  const key = parts.colorBy && content.value(bar.id, parts.colorBy);
  const color = parts.colorBy?.config.options?.find((option) => option.key === key)?.color;
  const room = { kind: 'text', x: PAGE.margin, y: y + 4, width: names - 10, size: 12 } as const;
  return [
    { ...room, color: INK.text, text: content.title(bar.id) },
    {
      kind: 'box',
      x,
      y: y + 4,
      width: Math.max(3, placeOf(ticks, bar.end) - x),
      height: rowHeight - 9,
      fill: markColor(color ?? (parts.colorBy ? 'gray' : 'violet')),
    },
  ];
}

/** What the colours that are there stand for. */
function drawLegend(colorBy: Field | undefined, present: ReadonlySet<unknown>): readonly Shape[] {
  const options = (colorBy?.config.options ?? []).filter(({ key }) => present.has(key));
  return options.slice(0, 9).flatMap((option, index): readonly Shape[] => {
    const x = PAGE.margin + index * 130;
    return [
      { kind: 'box', x, y: PAGE.top - 20, width: 10, height: 10, fill: markColor(option.color) },
      {
        kind: 'text',
        x: x + 15,
        y: PAGE.top - 22,
        width: 112,
        size: 10,
        color: INK.quiet,
        text: option.name,
      },
    ];
  });
}
