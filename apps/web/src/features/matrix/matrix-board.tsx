import type { OpenMenu } from '@throughline/ui';
import { classNames } from '@throughline/ui';
import { useCallback, useId, useMemo } from 'react';
import type { MatrixData } from '../../data/matrix-model.ts';
import { isWritten } from '../../data/matrix-fields.ts';
import { t } from '../../messages/area-t.ts';
import { MatrixTray } from './matrix-tray.tsx';
import type { MatrixViewProps } from './matrix-view.tsx';
import { PlotInside } from './plot-inside.tsx';
import { XAxis, YAxis, YAxisName, yAxisWidth } from './plot-axes.tsx';
import { useMatrixActs, type MatrixActs } from './use-matrix-acts.ts';
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
  const { label, model, fields, settings, data, shown } = props;
  const { scene } = shown;
  const helpId = useId();
  const { attach, ...acts } = useMatrixActs(props);
  const titleOf = useCallback((id: string) => model.title(id), [model]);
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
            {...acts.pointer.handlers}
            onKeyDown={acts.keys.onKeyDown}
            onFocus={(event) => acts.focus(event.target === event.currentTarget)}
            onBlur={acts.blur}
            className={classNames(
              'relative touch-none overflow-hidden rounded-sm border border-line select-none',
              acts.pointer.isPanning ? 'cursor-grabbing' : acts.hover !== undefined && 'cursor-pointer',
            )}
          >
            <PlotInside {...props} acts={acts} titleOf={titleOf} />
          </div>
          <div />
          <XAxis {...axes} />
        </div>
        <p id={helpId} className="sr-only">
          {t('matrix.help')}
        </p>
        <output className="sr-only">{acts.announcement}</output>
      </div>
      {data.waiting.length > 0 && <Waiting {...props} acts={acts} titleOf={titleOf} />}
    </div>
  );
}

export interface PlotPartProps extends MatrixBoardProps {
  readonly acts: MatrixActs;
  readonly titleOf: (id: string) => string;
}

function Waiting({ acts, titleOf, fields, data, selected, onOpen }: PlotPartProps) {
  const isFixed = !isWritten(fields.x) || !isWritten(fields.y);
  return (
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
      onCarry={acts.pointer.carry}
      onKey={(event, id) => {
        if (event.key !== 'm' || isFixed) return;
        event.preventDefault();
        event.stopPropagation();
        acts.keys.beginMove(id);
      }}
    />
  );
}
