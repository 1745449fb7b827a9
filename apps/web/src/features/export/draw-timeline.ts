import { dayToMilliseconds, millisecondsToDay, type Field } from '@throughline/model';
import type { TimelineMarker } from '@throughline/view';
import { DAY_MS } from '../../data/timeline-calendar.ts';
import type { TimelineLink } from '../../data/timeline-links.ts';
import type { BarField, TimelineContent, TimelineItem, TimelineLane } from '../../data/timeline-model.ts';
import type { Span } from '../../data/timeline-span.ts';
import { locale } from '../../messages/area-t.ts';
import { drawArrows, type Ends } from './draw-arrows.ts';
import { INK, markColor, PAGE, type Page, type Shape } from './shapes.ts';

export interface TimelineParts {
  readonly content: TimelineContent;
  readonly bars: readonly BarField[];
  readonly colorBy: Field | undefined;
  readonly hasLanes: boolean;
  readonly links: readonly TimelineLink[];
  readonly markers: readonly TimelineMarker[];
  /** Where a bar stood on the day compared with. */
  readonly baselineOf: (id: string, at: number) => Span | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

interface Row {
  readonly lane: TimelineLane;
  /** None for the lane's own name. */
  readonly item: TimelineItem | undefined;
  readonly height: number;
}

const names = 300;
const laneHeight = 28;
const solid = 15;
const thin = 6;
const gap = 2;
const padding = 4;
const left = PAGE.margin + names;
const width = PAGE.width - PAGE.margin - left;
const top = PAGE.top + 30;

/** Lanes with their records over months or quarters, with bars, milestones, dependencies, markers and today. */
export function drawTimeline(parts: TimelineParts): readonly Page[] {
  const { content, colorBy } = parts;
  const ticks = ticksOf(content.extent);
  const colors = new Set(content.lanes.flatMap(({ items }) => items.map(({ color }) => color)));
  return pagesOf(rowsOf(parts)).map((rows) => [
    ...drawTicks(ticks),
    ...drawMoments(ticks, parts),
    ...drawRows(rows, ticks, parts),
    ...drawLegend(colorBy, colors),
  ]);
}

function rowsOf({ content, bars, hasLanes }: TimelineParts): readonly Row[] {
  const tracks = bars.reduce((sum, bar) => sum + trackHeight(bar) + gap, 0);
  const height = Math.max(solid + gap, tracks) + 2 * padding - gap;
  return content.lanes.flatMap((lane) => [
    ...(hasLanes ? [{ lane, item: undefined, height: laneHeight }] : []),
    ...lane.items.toSorted((a, b) => a.start - b.start).map((item) => ({ lane, item, height })),
  ]);
}

function trackHeight({ look }: BarField): number {
  return look === 'thin' ? thin : solid;
}

/** A lane that goes on is named again. */
function pagesOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const pages: Row[][] = [[]];
  let used = 0;
  for (const row of rows) {
    if (used + row.height > PAGE.bottom - top) {
      pages.push([]);
      used = 0;
      const named = rows.some(({ item, lane }) => item === undefined && lane === row.lane);
      if (row.item !== undefined && named) {
        pages.at(-1)?.push({ lane: row.lane, item: undefined, height: laneHeight });
        used = laneHeight;
      }
    }
    pages.at(-1)?.push(row);
    used += row.height;
  }
  return pages;
}

type Ticks = readonly number[];

/** First days of months, or of quarters over more than a year and a half; one more ends the last. */
function ticksOf(extent: TimelineContent['extent']): Ticks {
  if (extent === undefined) return [0, DAY_MS];
  const { start: from, end: to } = extent;
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

const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });

function drawTicks(ticks: Ticks): readonly Shape[] {
  const isQuarterly = (ticks[1] ?? 0) - (ticks[0] ?? 0) > 40 * DAY_MS;
  return ticks.slice(0, -1).flatMap((tick, index): readonly Shape[] => {
    const x = placeOf(ticks, tick);
    const day = millisecondsToDay(tick);
    const label = isQuarterly
      ? `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`
      : months.format(tick);
    const room = placeOf(ticks, ticks[index + 1] ?? tick) - x - 4;
    return [
      { kind: 'box', x, y: PAGE.top, width: 1, height: PAGE.bottom - PAGE.top, fill: INK.line },
      { kind: 'text', x: x + 4, y: PAGE.top + 4, width: room, size: 10, color: INK.quiet, text: label },
    ];
  });
}

/** Today, and the days that the view marks, by name. */
function drawMoments(ticks: Ticks, { today, markers }: TimelineParts): readonly Shape[] {
  const moments = [{ day: today, name: '', fill: markColor('red') }].concat(
    markers.map(({ day, name }) => ({ day, name, fill: INK.quiet })),
  );
  return moments.flatMap(({ day, name, fill }): readonly Shape[] => {
    const x = placeOf(ticks, dayToMilliseconds(day));
    if (x < left || x > left + width) return [];
    return [
      { kind: 'box', x, y: PAGE.top, width: 2, height: PAGE.bottom - PAGE.top, fill },
      { kind: 'text', x: x + 4, y: PAGE.top + 17, width: 120, size: 10, color: fill, text: name },
    ];
  });
}

function drawRows(rows: readonly Row[], ticks: Ticks, parts: TimelineParts): readonly Shape[] {
  const ends = new Map<string, Ends>();
  const shapes: Shape[] = [];
  let y = top;
  for (const { lane, item, height } of rows) {
    if (item === undefined) shapes.push(...drawLane(lane, y));
    else {
      shapes.push(...drawItem(item, y, { ...parts, ticks }));
      const [first] = item.bars;
      if (first !== undefined && !ends.has(item.id))
        ends.set(item.id, {
          start: first.span.start,
          end: first.span.end,
          left: placeOf(ticks, first.span.start),
          right: placeOf(ticks, first.span.end),
          y: y + padding + solid / 2,
        });
    }
    y += height;
  }
  return [...shapes, ...drawArrows(parts.links, ends)];
}

function drawLane({ label, color, count }: TimelineLane, y: number): readonly Shape[] {
  const box = { kind: 'box', x: PAGE.margin, y: y + 2 } as const;
  return [
    { ...box, width: PAGE.width - 2 * PAGE.margin, height: laneHeight - 6, fill: INK.raised },
    { ...box, width: 4, height: laneHeight - 6, fill: markColor(color) },
    {
      kind: 'text',
      x: PAGE.margin + 12,
      y: y + 6,
      width: names,
      size: 12,
      isBold: true,
      color: INK.text,
      text: `${label} (${count})`,
    },
  ];
}

interface ItemParts extends Pick<TimelineParts, 'bars' | 'baselineOf'> {
  readonly ticks: Ticks;
}

function drawItem(item: TimelineItem, y: number, { ticks, bars, baselineOf }: ItemParts): readonly Shape[] {
  const fill = markColor(item.color);
  const tops = bars.map((_, at) =>
    bars.slice(0, at).reduce((sum, bar) => sum + trackHeight(bar) + gap, y + padding),
  );
  const drawn = item.bars.flatMap(({ at, span }): readonly Shape[] => {
    const bar = bars[at];
    const height = bar === undefined ? solid : trackHeight(bar);
    const was = baselineOf(item.id, at);
    const isMoved = was !== undefined && (was.start !== span.start || was.end !== span.end);
    const box = (over: Span, boxTop: number, color: string): Shape => {
      const x = Math.max(left, placeOf(ticks, over.start));
      const end = Math.min(left + width, placeOf(ticks, over.end));
      return { kind: 'box', x, y: boxTop, width: Math.max(3, end - x), height, fill: color };
    };
    const barTop = tops[at] ?? y + padding;
    return [...(isMoved ? [box(was, barTop + 3, INK.ghost)] : []), box(span, barTop, fill)];
  });
  const milestones = item.milestones.map(({ day }): Shape => {
    const x = placeOf(ticks, day + DAY_MS / 2);
    return { kind: 'dot', x, y: y + padding + solid / 2, radius: 5, fill: INK.text };
  });
  const room = { kind: 'text', x: PAGE.margin, y: y + padding, width: names - 10, size: 12 } as const;
  return [{ ...room, color: INK.text, text: item.title }, ...drawn, ...milestones];
}

/** What the colours that are there stand for. */
function drawLegend(colorBy: Field | undefined, present: ReadonlySet<string>): readonly Shape[] {
  const options = (colorBy?.config.options ?? []).filter(({ color }) => present.has(color ?? 'gray'));
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
