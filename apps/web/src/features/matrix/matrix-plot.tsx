import { useEffect, useRef, type ReactNode } from 'react';
import { useTokenColors } from '../../theme/token-colors.ts';
import { drawPlot, markOf, prepareCanvas, type PlotLook } from './draw-plot.ts';
import type { Scene } from './matrix-scene.ts';
import { movesOf, placeOf, type Moving } from './moving.ts';

export interface PlotCanvasProps {
  readonly scene: Scene;
  readonly marks: readonly string[];
  readonly titleOf: (id: string) => string;
  readonly selected: ReadonlySet<string>;
  readonly away: readonly string[];
  readonly pointedColor: number | undefined;
}

/** Everything that stands still. While bubbles are moved it is painted once, without them. */
export function PlotCanvas(props: PlotCanvasProps) {
  const { scene, marks, titleOf, selected, away, pointedColor } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const color = useTokenColors();
  const awayKey = away.join(' ');
  useEffect(() => {
    if (canvas.current === null || scene.size.width === 0) return;
    const gone = new Set(awayKey.split(' '));
    const look: PlotLook = {
      color,
      marks,
      titleOf,
      pointedColor,
      isSelected: (id) => selected.has(id),
      isAway: (id) => gone.has(id),
    };
    drawPlot(canvas.current, scene, look);
  }, [scene, color, marks, titleOf, selected, awayKey, pointedColor]);
  return <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />;
}

export interface MovingLayerProps {
  readonly scene: Scene;
  readonly marks: readonly string[];
  readonly moving: Moving;
  readonly text: ReactNode;
}

/** What is held, where it is held, and a ring where it will fall. One alone is an element: little is painted anew. */
export function MovingLayer(props: MovingLayerProps) {
  const { scene, moving, text } = props;
  const at = placeOf(moving, scene);
  const isRight = at.x > scene.size.width - 220;
  return (
    <>
      {moving.ids.length === 1 ? <HeldBubble {...props} at={at} /> : <HeldBubbles {...props} />}
      <div
        data-moving
        className="popup figures pointer-events-none absolute top-0 left-0 z-30 px-2 py-1 text-small whitespace-nowrap"
        style={{
          transform: `translate(${isRight ? `calc(${at.x - 8}px - 100%)` : `${Math.max(0, at.x + 8)}px`}, ${Math.max(0, at.y - 48)}px)`,
        }}
      >
        {text}
      </div>
    </>
  );
}

function HeldBubble({
  scene,
  marks,
  moving,
  at,
}: MovingLayerProps & { readonly at: { x: number; y: number } }) {
  const point = scene.points.ids.indexOf(moving.id);
  const radius = (scene.radius[point] ?? 6) + 1;
  const mark = markOf({ marks }, point < 0 ? Number.NaN : (scene.points.color[point] as number));
  const [target] = movesOf(moving, scene);
  const fall = {
    x: target?.x === undefined ? (scene.placeX[point] ?? at.x) : scene.x.toPixel(target.x),
    y: target?.y === undefined ? (scene.placeY[point] ?? at.y) : scene.y.toPixel(target.y),
  };
  const circle = (place: { x: number; y: number }, size: number) => ({
    width: 2 * size,
    height: 2 * size,
    transform: `translate(${place.x - size}px, ${place.y - size}px)`,
  });
  return (
    <>
      {moving.isOver && (
        <span
          aria-hidden
          className="pointer-events-none absolute top-0 left-0 z-20 rounded-full border-2 border-dashed border-accent"
          style={circle(fall, radius + 3)}
        />
      )}
      <span
        aria-hidden
        className="pointer-events-none absolute top-0 left-0 z-20 rounded-full"
        style={{ ...circle(at, radius), background: `var(--${mark})` }}
      />
    </>
  );
}

function HeldBubbles({ scene, marks, moving }: MovingLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const color = useTokenColors();
  useEffect(() => {
    if (canvas.current) drawMoving(canvas.current, scene, { moving, marks, color });
  });
  return <canvas ref={canvas} aria-hidden className="pointer-events-none absolute inset-0 z-20 size-full" />;
}

interface MovingLook extends Pick<PlotLook, 'color' | 'marks'> {
  readonly moving: Moving;
}

function drawMoving(canvas: HTMLCanvasElement, scene: Scene, { moving, marks, color }: MovingLook): void {
  const context = prepareCanvas(canvas, scene.size.width, scene.size.height);
  if (context === null) return;
  const { ids } = scene.points;
  const held = ids.indexOf(moving.id);
  const at = placeOf(moving, scene);
  const by =
    held < 0
      ? { x: 0, y: 0 }
      : { x: at.x - (scene.placeX[held] as number), y: at.y - (scene.placeY[held] as number) };
  const circle = (x: number, y: number, radius: number): void => {
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
  };
  const places = new Map(moving.ids.map((id) => [id, id === moving.id ? held : ids.indexOf(id)]));
  for (const { id, x, y } of moving.ids.length > 200 ? [] : movesOf(moving, scene)) {
    const point = places.get(id) ?? -1;
    if (!moving.isOver) continue;
    const toX = x === undefined ? (scene.placeX[point] ?? at.x) : scene.x.toPixel(x);
    const toY = y === undefined ? (scene.placeY[point] ?? at.y) : scene.y.toPixel(y);
    context.strokeStyle = color('accent');
    context.lineWidth = 1.5;
    context.setLineDash([3, 3]);
    circle(toX, toY, (scene.radius[point] ?? 6) + 3);
    context.stroke();
    context.setLineDash([]);
  }
  for (const point of places.values()) {
    context.fillStyle = color(
      markOf({ marks }, point < 0 ? Number.NaN : (scene.points.color[point] as number)),
    );
    context.strokeStyle = color('canvas');
    context.lineWidth = 1.5;
    const isHeld = point === held;
    circle(
      isHeld ? at.x : (scene.placeX[point] as number) + by.x,
      isHeld ? at.y : (scene.placeY[point] as number) + by.y,
      (scene.radius[point] ?? 6) + (isHeld ? 1 : 0),
    );
    context.fill();
    context.stroke();
  }
}
