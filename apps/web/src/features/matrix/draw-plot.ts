/** Paints the plot on a canvas: bubbles by colour, counts of piles, titles where there is room. */
import type { TokenColor } from '../../theme/token-colors.ts';
import { placeLabels, type LabelWish } from './place-labels.ts';
import type { Scene } from './matrix-scene.ts';

export interface PlotLook {
  readonly color: TokenColor;
  /** The token of each value of the colour field. */
  readonly marks: readonly string[];
  readonly titleOf: (id: string) => string;
  readonly isSelected: (id: string) => boolean;
  /** Not drawn here: it is being moved. */
  readonly isAway: (id: string) => boolean;
  /** Others step back while one colour is pointed at. */
  readonly pointedColor: number | undefined;
}

const font = (size: number, weight = 400): string =>
  `${weight} ${size}px "Inter Variable", system-ui, sans-serif`;
const mostLabels = 250;
const longestTitle = 34;
/** Where there are more, titles are read by pointing at bubbles. */
const mostPointsForAllLabels = 3000;
const neutralMark = 'accent-line';

export function drawPlot(canvas: HTMLCanvasElement, scene: Scene, look: PlotLook): void {
  const { width, height } = scene.size;
  const context = prepareCanvas(canvas, width, height);
  if (context === null) return;
  const drawn = drawnPoints(scene, look);
  drawBubbles(context, scene, drawn, look);
  drawPiles(context, scene, look);
  drawLabels(context, scene, drawn, look);
}

/** Pixels of the screen, units of the page. */
export function prepareCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = Math.min(devicePixelRatio, 2);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/** Those in sight, the large first. */
function drawnPoints({ px, py, radius, points, size, isShown }: Scene, look: PlotLook): readonly number[] {
  const drawn: number[] = [];
  for (let point = 0; point < px.length; point++) {
    const [x, y, r] = [px[point] as number, py[point] as number, radius[point] as number];
    if (!(x > -r && y > -r && x < size.width + r && y < size.height + r)) continue;
    if (!isShown(point) || look.isAway(points.ids[point] as string)) continue;
    drawn.push(point);
  }
  return drawn.sort((a, b) => (radius[b] as number) - (radius[a] as number));
}

function drawBubbles(
  context: CanvasRenderingContext2D,
  scene: Scene,
  drawn: readonly number[],
  look: PlotLook,
): void {
  const byColor = new Map<number, number[]>();
  for (const point of drawn) {
    const color = scene.points.color[point] as number;
    const list = byColor.get(color);
    if (list) list.push(point);
    else byColor.set(color, [point]);
  }
  context.lineWidth = 1;
  context.strokeStyle = look.color('canvas');
  for (const [color, points] of byColor) {
    const isBack = look.pointedColor !== undefined && !Object.is(look.pointedColor, color);
    context.globalAlpha = isBack ? 0.12 : 0.82;
    context.fillStyle = look.color(markOf(look, color));
    tracePoints(context, scene, points);
    context.fill();
    context.stroke();
  }
  context.globalAlpha = 1;
  const selected = drawn.filter((point) => look.isSelected(scene.points.ids[point] as string));
  if (selected.length === 0) return;
  context.lineWidth = 2;
  context.strokeStyle = look.color('ink');
  tracePoints(context, scene, selected, 1.5);
  context.stroke();
}

function tracePoints(
  context: CanvasRenderingContext2D,
  { px, py, radius }: Scene,
  points: readonly number[],
  beyond = 0,
): void {
  context.beginPath();
  for (const point of points) {
    const [x, y, r] = [px[point] as number, py[point] as number, (radius[point] as number) + beyond];
    context.moveTo(x + r, y);
    context.arc(x, y, r, 0, Math.PI * 2);
  }
}

export function markOf({ marks }: Pick<PlotLook, 'marks'>, color: number): string {
  return Number.isNaN(color)
    ? marks.length === 0
      ? neutralMark
      : 'option-gray-mark'
    : (marks[color] ?? neutralMark);
}

function drawPiles(context: CanvasRenderingContext2D, { piles, size }: Scene, { color }: PlotLook): void {
  context.font = font(11, 600);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { x, y, hidden } of piles) {
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const text = `+${hidden.length}`;
    const half = context.measureText(text).width / 2 + 4;
    context.fillStyle = color('overlay');
    context.strokeStyle = color('line-strong');
    context.lineWidth = 1;
    context.beginPath();
    context.roundRect(x - half, y - 8, half * 2, 16, 8);
    context.fill();
    context.stroke();
    context.fillStyle = color('ink');
    context.fillText(text, x, y + 0.5);
  }
}

function drawLabels(
  context: CanvasRenderingContext2D,
  scene: Scene,
  drawn: readonly number[],
  look: PlotLook,
): void {
  if (drawn.length > mostPointsForAllLabels || look.pointedColor !== undefined) return;
  context.font = font(11);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const texts = new Map<number, string>();
  const wishes: LabelWish[] = drawn.slice(0, mostLabels).map((point) => {
    const text = shorten(look.titleOf(scene.points.ids[point] as string));
    texts.set(point, text);
    return {
      point,
      width: context.measureText(text).width,
      x: scene.px[point] as number,
      y: scene.py[point] as number,
      radius: scene.radius[point] as number,
    };
  });
  const bubbles = drawn.map((point) => ({
    point,
    x: scene.px[point] as number,
    y: scene.py[point] as number,
    radius: scene.radius[point] as number,
  }));
  const piles = scene.piles.map(({ x, y }) => ({ point: -1, x, y, radius: 12 }));
  const labels = placeLabels(wishes, [...bubbles, ...piles], { ...scene.size, lineHeight: 14 });
  context.fillStyle = look.color('muted');
  for (const { point, x, y } of labels) context.fillText(texts.get(point) ?? '', x, y);
}

function shorten(title: string): string {
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).trimEnd()}…`;
}
