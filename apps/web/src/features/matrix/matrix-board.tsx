import type { OpenMenu } from '@throughline/ui';
import { classNames } from '@throughline/ui';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import type { MatrixData } from '../../data/matrix-model.ts';
import { isWritten } from '../../data/matrix-fields.ts';
import { t } from '../../messages/area-t.ts';
import { MatrixTray } from './matrix-tray.tsx';
import type { MatrixViewProps } from './matrix-view.tsx';
import { MovingLayer, PlotCanvas } from './matrix-plot.tsx';
import { movesOf, pointOf, type Moving } from './moving.ts';
import { PlotGrid, XAxis, YAxis, YAxisName, yAxisWidth } from './plot-axes.tsx';
import { revealInWindow } from './plot-window.ts';
import { PointCard } from './point-card.tsx';
import { QuadrantLines } from './quadrant-lines.tsx';
import { QuadrantNames } from './quadrant-names.tsx';
import { describeMoving, describePoint, moveMessage } from './describe-point.ts';
import { usePlotKeys } from './use-plot-keys.ts';
import { usePlotPointer } from './use-plot-pointer.ts';
import type { Quadrants } from './use-quadrants.ts';
import type { ShownScene } from './use-scene.ts';

export interface MatrixBoardProps extends MatrixViewProps {
  readonly data: MatrixData;
  readonly shown: ShownScene;
  readonly quadrants: Quadrants;
  readonly marks: readonly string[];
  readonly pointedColor: number | undefined;
  /** The record that keys act on; kept while the table is looked at. */
  readonly activeId: string | undefined;
  readonly onActive: (id: string) => void;
  readonly isPhone: boolean;
  readonly onZoom: (factor: number | 'reset') => void;
  readonly onMenu: OpenMenu;
}

/** The plot with its axes, and beside it the records that have no place yet. */
export function MatrixBoard(props: MatrixBoardProps) {
  const { label, model, fields, settings, selected, onSelect, onOpen, data, shown, quadrants } = props;
  const { scene, window, setWindow, measure } = shown;
  const plot = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const { activeId, onActive: setActiveId } = props;
  const [tappedId, setTappedId] = useState<string>();
  const [isFocused, setFocused] = useState(false);
  const [hover, setHover] = useState<number>();
  const [moving, setMoving] = useState<Moving>();
  const [announcement, setAnnouncement] = useState('');
  const titleOf = useCallback((id: string) => model.title(id), [model]);
  const texts = { model, fields };
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      plot.current = element;
      return measure(element);
    },
    [measure],
  );
  const mayMove = (id: string) => ({ x: model.mayMove(id, fields.x), y: model.mayMove(id, fields.y) });

  function activate(id: string) {
    setActiveId(id);
    setTappedId(undefined);
    setAnnouncement(describePoint(texts, data.plotted, pointOf(data.plotted, id)));
    const point = pointOf(data.plotted, id);
    const at = { x: scene.placeX[point] as number, y: scene.placeY[point] as number };
    setWindow(revealInWindow(window, scene.size, at));
  }
  function drop(dropped: Moving) {
    const moves = movesOf(dropped, scene);
    model.move(moves, moveMessage(texts, dropped, moves.length));
    setActiveId(dropped.id);
    setAnnouncement(moveMessage(texts, dropped, moves.length));
  }
  function toggle(id: string) {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
    setAnnouncement(t('matrix.selected', { count: next.size }));
  }
  function move(next: Moving | undefined) {
    setMoving(next);
    if (next && !next.pixel) setAnnouncement(describeMoving(texts, next, model.title(next.id)));
  }
  const pointer = usePlotPointer({
    plot,
    scene,
    window,
    onWindow: setWindow,
    selected,
    mayMove,
    onMoving: setMoving,
    onDrop: drop,
    onHover: setHover,
    onPick: (id, how) => {
      setActiveId(id);
      if (how === 'mouse') onOpen(id);
      else setTappedId(id);
    },
    onPile: ({ members }, at) =>
      props.onMenu(at, [
        {
          kind: 'group',
          id: 'pile',
          label: t('matrix.pile', { count: members.length }),
          entries: members.slice(0, 100).map((point) => {
            const id = data.plotted.ids[point] as string;
            return { kind: 'action', id, label: model.title(id), onSelect: () => onOpen(id) };
          }),
        },
      ]),
    onBox: (ids) => onSelect(new Set([...selected, ...ids])),
    onEmpty: () => {
      setTappedId(undefined);
      if (selected.size > 0) onSelect(new Set());
    },
    onToggle: toggle,
  });
  const keys = usePlotKeys({
    plot,
    scene,
    activeId,
    onActive: activate,
    onOpen,
    onToggle: toggle,
    onClear: () => onSelect(new Set()),
    mayMove,
    moving,
    onMoving: move,
    onDrop: drop,
    onCannotMove: () => setAnnouncement(t('matrix.cannotMove', { x: fields.x.name, y: fields.y.name })),
    onGiveUp: (id) => setAnnouncement(t('matrix.gaveUp', { title: model.title(id) })),
    onZoom: props.onZoom,
  });

  const active = activeId === undefined ? -1 : pointOf(data.plotted, activeId);
  const carded = moving || pointer.isPanning ? -1 : (hover ?? (isFocused || tappedId ? active : -1));
  const away = useMemo(() => (moving ? moving.ids : []), [moving]);
  const isFixed = !isWritten(fields.x) || !isWritten(fields.y);
  const axisWidth = useMemo(
    () =>
      yAxisWidth(
        scene.y.ticks.map((value) => model.format(fields.y, value)),
        props.isPhone ? 72 : 120,
      ),
    [scene.y, model, fields.y, props.isPhone],
  );
  const axes = { scene, scale: scene, size: scene.size, fields, format: model.format };
  return (
    <div className="flex min-h-0 flex-1 max-sm:flex-col">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col p-3 max-sm:min-h-72">
        <YAxisName name={fields.y.name} isReversed={settings.y.isReversed} />
        <div
          className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_auto]"
          style={{ gridTemplateColumns: `${axisWidth}px minmax(0, 1fr)` }}
        >
          <YAxis {...axes} width={axisWidth} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application of its own: what its keys do is told by its description */}
          <div
            ref={attach}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same
            tabIndex={0}
            role="application"
            aria-label={label}
            aria-describedby={helpId}
            data-plot
            data-points={data.plotted.ids.length}
            {...pointer.handlers}
            onKeyDown={keys.onKeyDown}
            onFocus={(event) => setFocused(event.target === event.currentTarget)}
            onBlur={() => {
              setFocused(false);
              if (moving && !moving.pixel) setMoving(undefined);
            }}
            className={classNames(
              'relative touch-none overflow-hidden rounded-sm border border-line select-none',
              pointer.isPanning ? 'cursor-grabbing' : hover !== undefined && 'cursor-pointer',
            )}
          >
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
              <ActiveRing at={spotOf(scene, active)} radius={scene.radius[active] ?? 6} id={activeId} />
            )}
            {pointer.box && (
              <div
                className="pointer-events-none absolute border border-accent bg-accent-soft opacity-60"
                style={{
                  left: pointer.box.left,
                  top: pointer.box.top,
                  width: pointer.box.right - pointer.box.left,
                  height: pointer.box.bottom - pointer.box.top,
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
          </div>
          <div />
          <XAxis {...axes} />
        </div>
        <p id={helpId} className="sr-only">
          {t('matrix.help')}
        </p>
        <output className="sr-only">{announcement}</output>
      </div>
      {data.waiting.length > 0 && (
        <MatrixTray
          ids={data.waiting}
          titleOf={titleOf}
          text={
            isFixed
              ? t('matrix.waitingFixed', {
                  x: fields.x.name,
                  y: fields.y.name,
                  name: (isWritten(fields.x) ? fields.y : fields.x).name,
                })
              : t('matrix.waitingText', { x: fields.x.name, y: fields.y.name })
          }
          mayCarry={!isFixed}
          selected={selected}
          onOpen={onOpen}
          onCarry={pointer.carry}
          onKey={(event, id) => {
            if (event.key !== 'm' || isFixed) return;
            event.preventDefault();
            event.stopPropagation();
            keys.beginMove(id);
          }}
        />
      )}
    </div>
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
