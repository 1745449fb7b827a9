import type { Field } from '@throughline/model';
import type { MatrixAxis, MatrixSettings, Schema } from '@throughline/view';
import { Button, IconButton, Menu, type MenuEntry } from '@throughline/ui';
import {
  Circle,
  Maximize,
  MoveHorizontal,
  MoveVertical,
  Palette,
  Table2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { NO_FIELD, numericFields, optionFields, type MatrixFields } from '../../data/matrix-fields.ts';
import { t } from '../../messages/area-t.ts';

export interface MatrixStripProps {
  readonly schema: Schema;
  readonly fields: MatrixFields;
  readonly settings: MatrixSettings;
  readonly onSettings: (part: Partial<MatrixSettings>) => void;
  readonly linesControl: ReactNode;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
  readonly isZoomed: boolean;
  readonly onZoom: (factor: number | 'reset') => void;
}

/** One thin line below the view bar: what stands where. */
export function MatrixStrip(props: MatrixStripProps) {
  const { schema, fields, settings, onSettings, linesControl, isTable, onTable, isZoomed, onZoom } = props;
  return (
    <div
      role="toolbar"
      aria-label={t('matrix.controls')}
      className="flex h-9 shrink-0 items-center gap-0.5 overflow-x-auto border-b border-line px-3"
    >
      <AxisMenu axis="x" {...{ schema, settings, onSettings }} field={fields.x} />
      <AxisMenu axis="y" {...{ schema, settings, onSettings }} field={fields.y} />
      <ExtraMenu
        label={t('matrix.size')}
        icon={<Circle size={14} />}
        candidates={numericFields(schema)}
        field={fields.size}
        none={t('matrix.same')}
        onChoose={(size) => onSettings({ size })}
      />
      <ExtraMenu
        label={t('matrix.color')}
        icon={<Palette size={14} />}
        candidates={optionFields(schema)}
        field={fields.color}
        none={t('matrix.same')}
        onChoose={(color) => onSettings({ color })}
      />
      {linesControl}
      <span className="flex-1" />
      {!isTable && (
        <>
          <IconButton
            size="small"
            label={t('matrix.zoomOut')}
            shortcut="-"
            icon={<ZoomOut size={14} />}
            disabled={!isZoomed}
            onClick={() => onZoom(1 / 1.5)}
          />
          <IconButton
            size="small"
            label={t('matrix.zoomIn')}
            shortcut="+"
            icon={<ZoomIn size={14} />}
            onClick={() => onZoom(1.5)}
          />
          <IconButton
            size="small"
            label={t('matrix.zoomReset')}
            shortcut="0"
            icon={<Maximize size={14} />}
            disabled={!isZoomed}
            onClick={() => onZoom('reset')}
          />
        </>
      )}
      <Button
        size="small"
        variant="quiet"
        aria-pressed={isTable}
        icon={<Table2 size={14} />}
        className={isTable ? 'bg-pressed text-ink' : undefined}
        onClick={() => onTable(!isTable)}
      >
        {t('matrix.table')}
      </Button>
    </div>
  );
}

interface AxisMenuProps {
  readonly axis: 'x' | 'y';
  readonly field: Field;
  readonly schema: Schema;
  readonly settings: MatrixSettings;
  readonly onSettings: (part: Partial<MatrixSettings>) => void;
}

function AxisMenu({ axis, field, schema, settings, onSettings }: AxisMenuProps) {
  const set = (part: Partial<MatrixAxis>) => onSettings({ [axis]: { ...settings[axis], ...part } });
  const choices = (fields: readonly Field[]): readonly MenuEntry[] =>
    fields.map(({ id, name }) => ({
      kind: 'check',
      id,
      label: name,
      checked: id === field.id,
      onChange: () => set({ field: id, line: null }),
    }));
  const entries: readonly MenuEntry[] = [
    {
      kind: 'check',
      id: 'reverse',
      label: t('matrix.reverse'),
      checked: settings[axis].isReversed,
      onChange: (isReversed) => set({ isReversed }),
    },
    { kind: 'group', id: 'numbers', label: t('matrix.numbers'), entries: choices(numericFields(schema)) },
    { kind: 'group', id: 'choices', label: t('matrix.choices'), entries: choices(optionFields(schema)) },
  ];
  const Icon = axis === 'x' ? MoveHorizontal : MoveVertical;
  return (
    <Menu
      entries={entries}
      trigger={
        <Button size="small" variant="quiet" icon={<Icon size={14} />}>
          {t('matrix.axisIs', { axis: t(axis === 'x' ? 'matrix.x' : 'matrix.y'), name: field.name })}
        </Button>
      }
    />
  );
}

interface ExtraMenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly candidates: readonly Field[];
  readonly field: Field | undefined;
  readonly none: string;
  readonly onChoose: (id: string) => void;
}

function ExtraMenu({ label, icon, candidates, field, none, onChoose }: ExtraMenuProps) {
  const choice = (id: string, name: string): MenuEntry => ({
    kind: 'check',
    id,
    label: name,
    checked: id === (field?.id ?? NO_FIELD),
    onChange: () => onChoose(id),
  });
  return (
    <Menu
      entries={[choice(NO_FIELD, none), ...candidates.map(({ id, name }) => choice(id, name))]}
      trigger={
        <Button size="small" variant="quiet" icon={icon}>
          {field ? t('matrix.axisIs', { axis: label, name: field.name }) : label}
        </Button>
      }
    />
  );
}
