import type { Field } from '@throughline/model';
import type { MatrixSettings, Schema } from '@throughline/view';
import { useMenuLayer } from '@throughline/ui';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { MatrixFields } from '../../data/matrix-fields.ts';
import type { MatrixModel } from '../../data/matrix-model.ts';
import { useIsPhone } from '../../frame/use-is-phone.ts';
import { t } from '../../messages/area-t.ts';
import { LinesPopover } from './lines-popover.tsx';
import { MatrixBoard } from './matrix-board.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { MatrixStrip } from './matrix-strip.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { zoomWindow } from './plot-window.ts';
import { wholePlot } from './matrix-scene.ts';
import { useQuadrants } from './use-quadrants.ts';
import { useScene } from './use-scene.ts';

export interface MatrixViewProps {
  readonly label: string;
  readonly model: MatrixModel;
  readonly schema: Schema;
  readonly fields: MatrixFields;
  readonly settings: MatrixSettings;
  readonly onSettings: (part: Partial<MatrixSettings>) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onOpen: (id: string) => void;
}

const none: ReadonlySet<number> = new Set();

/** The control strip, the legend, and below them the plot or its table. */
export function MatrixView(props: MatrixViewProps) {
  const { label, model, schema, fields, settings, onSettings, onOpen } = props;
  useSyncExternalStore(
    useCallback((listener) => model.subscribe(listener), [model]),
    () => model.version(),
  );
  const data = model.data();
  const isPhone = useIsPhone();
  const openMenu = useMenuLayer();
  const [isTable, setTable] = useState(false);
  const [activeId, setActiveId] = useState<string>();
  const [chosen, setChosen] = useState(none);
  const [pointedColor, setPointedColor] = useState<number>();
  const shown = useScene({ points: data.plotted, fields, settings, chosen });
  const quadrants = useQuadrants({ axes: shown.axes, fields, settings, onSettings });
  const marks = useMemo(() => markTokens(fields.color), [fields.color]);
  const name = t('matrix.plot', { name: label, x: fields.x.name, y: fields.y.name });

  function zoom(factor: number | 'reset') {
    const { size } = shown.scene;
    if (factor === 'reset') return shown.setWindow(wholePlot);
    shown.setWindow(
      zoomWindow(shown.window, size, { at: { x: size.width / 2, y: size.height / 2 }, factor }),
    );
  }
  return (
    <section aria-label={label} className="flex min-h-0 flex-1 flex-col">
      <MatrixStrip
        schema={schema}
        fields={fields}
        settings={settings}
        onSettings={onSettings}
        linesControl={<LinesPopover fields={fields} hasLines={settings.hasLines} {...quadrants} />}
        isTable={isTable}
        onTable={setTable}
        isZoomed={shown.window.x.size < 1 || shown.window.y.size < 1}
        onZoom={zoom}
      />
      {fields.color && !isTable && (
        <MatrixLegend
          field={fields.color}
          colors={data.plotted.color}
          chosen={chosen}
          onChosen={setChosen}
          onPoint={setPointedColor}
        />
      )}
      {isTable ? (
        <MatrixTable label={name} model={model} fields={fields} onOpen={onOpen} />
      ) : (
        <MatrixBoard
          {...props}
          label={name}
          data={data}
          shown={shown}
          quadrants={quadrants}
          marks={marks}
          pointedColor={pointedColor}
          isPhone={isPhone}
          activeId={activeId}
          onActive={setActiveId}
          onZoom={zoom}
          onMenu={openMenu}
        />
      )}
    </section>
  );
}

function markTokens(field: Field | undefined): readonly string[] {
  return field?.config.options?.map(({ color }) => `option-${color ?? 'gray'}-mark`) ?? [];
}
