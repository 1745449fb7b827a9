import type { Moving } from './moving.ts';
import { useMemo } from 'react';
import { t } from '../../messages/area-t.ts';
import { describeMoving } from './describe-point.ts';
import type { MatrixBoardProps, PlotPartProps } from './matrix-board.tsx';
import { MovingLayer, PlotCanvas } from './matrix-plot.tsx';
import type { MatrixViewProps } from './matrix-view.tsx';
import { PlotGrid } from './plot-axes.tsx';
import { PointCard } from './point-card.tsx';
import { QuadrantLines } from './quadrant-lines.tsx';
import { QuadrantNames } from './quadrant-names.tsx';
import type { ShownScene } from './use-scene.ts';

/** Everything within the axes, from the grid up to what is in hand. */
export function PlotInside(props: PlotPartProps) {
  const { model, fields, settings, selected, onOpen, data, shown, quadrants, acts, titleOf } = props;
  const { scene } = shown;
  const { hover, moving, active, carded, tappedId, isFocused } = acts;
  const texts = { model, fields };
  const away = useMemo(() => (moving ? moving.ids : []), [moving]);
  const axes = { scale: scene, size: scene.size, fields, format: model.format };
  return (
    <>
      <PlotGrid {...axes} />
      <PlotCanvas
        scene={scene}
        marks={props.marks}
        titleOf={titleOf}
        selected={selected}
        away={away}
        pointedColor={props.pointedColor}
      />
      {settings.hasLines && scene.size.width > 0 && (
        <>
          <QuadrantNames {...axes} {...quadrants} isBehind={hover !== undefined} />
          <QuadrantLines {...axes} {...quadrants} />
        </>
      )}
      {active >= 0 && !moving && (isFocused || tappedId !== undefined) && (
        <ActiveRing at={spotOf(scene, active)} radius={scene.radius[active] ?? 6} id={props.activeId} />
      )}
      {acts.pointer.box && (
        <div
          className="pointer-events-none absolute border border-accent bg-accent-soft opacity-60"
          style={{
            left: acts.pointer.box.left,
            top: acts.pointer.box.top,
            width: acts.pointer.box.right - acts.pointer.box.left,
            height: acts.pointer.box.bottom - acts.pointer.box.top,
          }}
        />
      )}
      {carded >= 0 && (
        <PointCard
          recordKey={model.recordKey(data.plotted.ids[carded] ?? '')}
          title={model.title(data.plotted.ids[carded] ?? '')}
          values={pointValues(props, carded)}
          at={spotOf(scene, carded)}
          radius={scene.radius[carded] ?? 6}
          size={scene.size}
          onOpen={tappedId === undefined ? undefined : () => onOpen(tappedId)}
        />
      )}
      {moving && scene.size.width > 0 && (
        <MovingLayer
          scene={scene}
          marks={props.marks}
          moving={moving}
          text={<MovingText moving={moving} {...texts} />}
        />
      )}
    </>
  );
}

type Scene = ShownScene['scene'];

/** Where a bubble is drawn; one of a pile stands where the pile does. */
function spotOf(scene: Scene, point: number) {
  const [x, y] = [scene.px[point] ?? Number.NaN, scene.py[point] ?? Number.NaN];
  return Number.isNaN(x) ? { x: scene.placeX[point] ?? 0, y: scene.placeY[point] ?? 0 } : { x, y };
}

interface ActiveRingProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly radius: number;
  readonly id: string | undefined;
}

function ActiveRing({ at, radius, id }: ActiveRingProps) {
  const size = 2 * radius + 8;
  return (
    <span
      aria-hidden
      data-active={id}
      className="pointer-events-none absolute z-10 -translate-1/2 rounded-full border-2 border-focus"
      style={{ left: at.x, top: at.y, width: size, height: size }}
    />
  );
}

function pointValues({ model, fields, data }: MatrixBoardProps, point: number) {
  const { plotted } = data;
  return [
    { field: fields.y, value: plotted.y[point] ?? Number.NaN },
    { field: fields.x, value: plotted.x[point] ?? Number.NaN },
    { field: fields.size, value: plotted.size[point] ?? Number.NaN },
    { field: fields.color, value: plotted.color[point] ?? Number.NaN },
  ].flatMap(({ field, value }, at, all) =>
    field === undefined || Number.isNaN(value) || all.findIndex((other) => other.field === field) < at
      ? []
      : [{ name: field.name, value: model.format(field, value) }],
  );
}

function MovingText({
  moving,
  model,
  fields,
}: { readonly moving: Moving } & Pick<MatrixViewProps, 'model' | 'fields'>) {
  return (
    <>
      <span className="block font-medium">{describeMoving({ model, fields }, moving)}</span>
      {moving.pixel === undefined && <span className="text-muted">{t('matrix.movingKeys')}</span>}
    </>
  );
}
