/** A process map as SVG: activities darker the more often they occur, arrows thicker, slow ones red. */
import type { ProcessActivity, ProcessStep } from '../discovery/process-graph.ts';
import type { DiagramEdge, DiagramNode, LayOut, Layout, Point } from './diagram.ts';
import { DRAWN_ENDS, type ProcessMap } from './process-map.ts';
import { arrow, escapeXml, FONT, mixColors, textWidth, wrapText } from './svg-parts.ts';
import { formatSpan } from './format-span.ts';

const START = 'start';
const END = 'end';
const DOT = 26;
const LINE = 17;
const NAME_SIZE = 14;
const COUNT_SIZE = 12;
const LABEL_SIZE = 12;
const LABEL_LINE = 15;
const WIDEST_NAME = 190;
const MARGIN = 28;
const HEAD = 74;

const INK = '#1c2330';
const SOFT = '#5b6472';
const PALE = '#eef3fb';
const DEEP = '#2f5fb3';
const SLOW = '#c0392b';
const STEP = '#8a94a6';
const PAPER = '#ffffff';

export type DrawOptions = { readonly layOut: LayOut; readonly title: string };

export async function drawProcessMap(map: ProcessMap, { layOut, title }: DrawOptions): Promise<string> {
  const arrows = arrowsOf(map);
  const layout = await layOut({ nodes: nodesOf(map), edges: arrows.map(({ edge }) => edge) }, 'down');
  const width = Math.max(layout.width + 2 * MARGIN, textWidth(title, 18) + 2 * MARGIN, 420);
  const height = layout.height + 2 * MARGIN + HEAD;
  const left = (width - layout.width) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="${FONT}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    drawHead(map, title),
    `<g transform="translate(${round(left)} ${HEAD + MARGIN})">`,
    ...arrows.map((each) => drawArrow(each, layout)),
    ...map.activities.map((activity) => drawActivity(activity, map, layout.nodes.get(idOf(activity.name)))),
    drawDot(layout.nodes.get(START), '#2e7d4f'),
    drawDot(layout.nodes.get(END), '#6b2d2d'),
    ...arrows.map((each) => drawLabel(each, layout)),
    '</g>',
    '</svg>',
  ].join('\n');
}

/** Apart from the names of the two dots. */
function idOf(activity: string): string {
  return `activity ${activity}`;
}

function drawHead(map: ProcessMap, title: string): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const { hidden, shown } = map;
  const about = `${map.cases.toLocaleString('en-US')} cases · ${percent(shown.activities)} of events and ${percent(shown.paths)} of steps shown`;
  const not =
    hidden.activities + hidden.steps === 0
      ? ''
      : ` (${hidden.activities} rare activities and ${hidden.steps} rare steps are not)`;
  return [
    `<text x="${MARGIN}" y="38" font-size="18" font-weight="600" fill="${INK}">${escapeXml(title)}</text>`,
    `<text x="${MARGIN}" y="60" font-size="12" fill="${SOFT}">${escapeXml(about + not)}</text>`,
    `<text x="${MARGIN}" y="78" font-size="12" fill="${SOFT}">On arrows: how often, and the median time between the two. Red: where most time passes.</text>`,
  ].join('\n');
}

function nodesOf({ activities }: ProcessMap): readonly DiagramNode[] {
  return [
    { id: START, width: DOT, height: DOT },
    ...activities.map(boxOf),
    { id: END, width: DOT, height: DOT },
  ];
}

function boxOf({ name, count, work }: ProcessActivity): DiagramNode {
  const lines = wrapText(name, WIDEST_NAME, NAME_SIZE);
  const widest = Math.max(
    ...lines.map((line) => textWidth(line, NAME_SIZE)),
    textWidth(subtitle(count, work?.median), COUNT_SIZE),
  );
  return { id: idOf(name), width: widest + 32, height: lines.length * LINE + 34 };
}

function subtitle(count: number, work: number | undefined): string {
  return count.toLocaleString('en-US') + (work === undefined ? '' : ` · work ${formatSpan(work)}`);
}

type Arrow = {
  readonly edge: DiagramEdge;
  readonly lines: readonly string[];
  readonly thickness: number;
  readonly color: string;
  readonly isDashed: boolean;
};

function arrowsOf(map: ProcessMap): readonly Arrow[] {
  const most = Math.max(
    1,
    ...map.steps.map(({ count }) => count),
    ...map.activities.map(({ starts }) => starts),
  );
  const slowest = Math.max(1, ...map.steps.map(({ wait }) => wait.total));
  const thickness = (count: number): number => 1.1 + 5 * Math.sqrt(count / most);
  const make = (ends: Pick<DiagramEdge, 'from' | 'to'>, lines: readonly string[]): DiagramEdge => ({
    id: `${ends.from} → ${ends.to}`,
    ...ends,
    label: {
      width: Math.max(...lines.map((line) => textWidth(line, LABEL_SIZE))) + 8,
      height: lines.length * LABEL_LINE + 4,
    },
  });
  const stepArrow = (step: ProcessStep): Arrow => {
    const lines = [step.count.toLocaleString('en-US'), formatSpan(step.wait.median)];
    return {
      edge: make({ from: idOf(step.from), to: idOf(step.to) }, lines),
      lines,
      thickness: thickness(step.count),
      color: mixColors(STEP, SLOW, Math.sqrt(step.wait.total / slowest) ** 1.5),
      isDashed: false,
    };
  };
  const endArrow = (from: string, to: string, count: number): readonly Arrow[] => {
    if (count === 0 || count < map.cases * DRAWN_ENDS) return [];
    const lines = [count.toLocaleString('en-US')];
    return [
      { edge: make({ from, to }, lines), lines, thickness: thickness(count), color: STEP, isDashed: true },
    ];
  };
  return [
    ...map.activities.flatMap(({ name, starts }) => endArrow(START, idOf(name), starts)),
    ...map.steps.map(stepArrow),
    ...map.activities.flatMap(({ name, ends }) => endArrow(idOf(name), END, ends)),
  ];
}

function drawActivity(activity: ProcessActivity, { activities }: ProcessMap, at: Point | undefined): string {
  if (at === undefined) return '';
  const { name, count, work } = activity;
  const most = activities[0]?.count ?? 1;
  const depth = (count / most) ** 0.7;
  const lines = wrapText(name, WIDEST_NAME, NAME_SIZE);
  const { width, height } = boxOf(activity);
  const ink = depth > 0.55 ? '#ffffff' : INK;
  const middle = round(at.x + width / 2);
  return [
    `<rect x="${round(at.x)}" y="${round(at.y)}" width="${round(width)}" height="${height}" rx="9" fill="${mixColors(PALE, DEEP, depth)}" stroke="${DEEP}" stroke-width="1"/>`,
    ...lines.map(
      (line, index) =>
        `<text x="${middle}" y="${round(at.y + 22 + index * LINE)}" font-size="${NAME_SIZE}" font-weight="600" text-anchor="middle" fill="${ink}">${escapeXml(line)}</text>`,
    ),
    `<text x="${middle}" y="${round(at.y + height - 11)}" font-size="${COUNT_SIZE}" text-anchor="middle" fill="${ink}" fill-opacity="0.85">${subtitle(count, work?.median)}</text>`,
  ].join('\n');
}

function drawDot(at: Point | undefined, color: string): string {
  if (at === undefined) return '';
  return `<circle cx="${round(at.x + DOT / 2)}" cy="${round(at.y + DOT / 2)}" r="${DOT / 2 - 1}" fill="${color}"/>`;
}

function drawArrow({ edge, thickness, color, isDashed }: Arrow, { edges }: Layout): string {
  return arrow(edges.get(edge.id)?.points ?? [], { thickness, color, isDashed });
}

function drawLabel({ edge, lines, color, isDashed }: Arrow, { edges }: Layout): string {
  const at = edges.get(edge.id)?.label;
  if (at === undefined || edge.label === undefined) return '';
  const { width, height } = edge.label;
  const ink = isDashed ? SOFT : mixColors(color, INK, 0.55);
  return [
    `<rect x="${round(at.x)}" y="${round(at.y)}" width="${round(width)}" height="${height}" rx="3" fill="${PAPER}" fill-opacity="0.86"/>`,
    ...lines.map(
      (line, index) =>
        `<text x="${round(at.x + width / 2)}" y="${round(at.y + 13 + index * LABEL_LINE)}" font-size="${LABEL_SIZE}" text-anchor="middle" fill="${ink}"${index === 0 ? ' font-weight="600"' : ''}>${escapeXml(line)}</text>`,
    ),
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
