import type { Field } from '@throughline/model';
import {
  AGGREGATES,
  CHART_KINDS,
  PERIODS,
  type AggregateName,
  type ChartKind,
  type ChartSettings,
  type Schema,
} from '@throughline/view';
import { Button, Menu, type MenuEntry, Segmented } from '@throughline/ui';
import { ChartColumn, ChartLine, ChartNoAxesColumn, ChartScatter, Grid3x3, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  chartFields,
  dateFields,
  dimensionFields,
  scatterFields,
  spreadField,
} from '../../data/chart-fields.ts';
import { NO_FIELD, numericFields, optionFields } from '../../data/matrix-fields.ts';
import { t } from '../../messages/area-t.ts';
import { measureName } from './measure-name.ts';

export interface ChartStripProps {
  readonly schema: Schema;
  readonly settings: ChartSettings;
  readonly onSettings: (part: Partial<ChartSettings>) => void;
}

const icons: Readonly<Record<ChartKind, ReactNode>> = {
  bar: <ChartColumn size={14} />,
  line: <ChartLine size={14} />,
  scatter: <ChartScatter size={14} />,
  distribution: <ChartNoAxesColumn size={14} />,
  pivot: <Grid3x3 size={14} />,
};

const periodNames = {
  day: 'chart.day',
  week: 'chart.week',
  month: 'chart.month',
  quarter: 'chart.quarterName',
  year: 'chart.year',
} as const;

/** One thin line below the view bar: what is charted. */
export function ChartStrip({ schema, settings, onSettings }: ChartStripProps) {
  const { kind, hasTable } = settings;
  return (
    <div
      role="toolbar"
      aria-label={t('chart.controls')}
      className="flex h-9 shrink-0 items-center gap-0.5 overflow-x-auto border-b border-line px-3"
    >
      <Segmented
        label={t('chart.kind')}
        iconsOnly
        items={CHART_KINDS.map((id) => ({ id, label: t(`chart.${id}`), icon: icons[id] }))}
        value={kind}
        onChange={(next) => onSettings({ kind: next })}
      />
      <span className="w-2 shrink-0" />
      {kind === 'scatter' ? (
        <ScatterMenus {...{ schema, settings, onSettings }} />
      ) : kind === 'distribution' ? (
        <FieldMenu
          text={(name) => t('chart.of', { name })}
          fields={numericFields(schema)}
          field={spreadField(settings, schema)}
          onChoose={(of) => onSettings({ of })}
        />
      ) : (
        <TableMenus {...{ schema, settings, onSettings }} />
      )}
      <span className="flex-1" />
      {kind !== 'pivot' && (
        <Button
          size="small"
          variant="quiet"
          aria-pressed={hasTable}
          icon={<Table2 size={14} />}
          className={hasTable ? 'bg-pressed text-ink' : undefined}
          onClick={() => onSettings({ hasTable: !hasTable })}
        >
          {t('chart.table')}
        </Button>
      )}
    </div>
  );
}

function TableMenus({ schema, settings, onSettings }: ChartStripProps) {
  const { kind, period } = settings;
  const fields = chartFields(settings, schema);
  if (fields === undefined) return null;
  const isPivot = kind === 'pivot';
  const isTimed = [fields.by, fields.series].some(
    (field) => field !== undefined && schema.typeOfField(field).kind === 'date',
  );
  return (
    <>
      <MeasureMenu {...{ schema, settings, onSettings }} fields={fields} />
      <FieldMenu
        text={(name) => t(isPivot ? 'chart.rows' : 'chart.by', { name })}
        fields={kind === 'line' ? dateFields(schema) : dimensionFields(schema)}
        field={fields.by}
        onChoose={(by) => onSettings({ by })}
      />
      {isTimed && (
        <Menu
          entries={PERIODS.map((id) =>
            check(id, t(periodNames[id]), id === period, () => onSettings({ period: id })),
          )}
          trigger={trigger(t('chart.named', { label: t('chart.period'), name: t(periodNames[period]) }))}
        />
      )}
      <FieldMenu
        text={(name) => t('chart.named', { label: t(isPivot ? 'chart.columns' : 'chart.split'), name })}
        noneText={t(isPivot ? 'chart.columns' : 'chart.split')}
        fields={dimensionFields(schema).filter(({ id }) => id !== fields.by.id)}
        field={fields.series}
        onChoose={(series) => onSettings({ series })}
      />
    </>
  );
}

function ScatterMenus({ schema, settings, onSettings }: ChartStripProps) {
  const axes = scatterFields(settings, schema);
  const named = (label: string) => (name: string) => t('chart.named', { label, name });
  return (
    <>
      <FieldMenu
        text={named(t('chart.x'))}
        fields={numericFields(schema)}
        field={axes?.x}
        onChoose={(x) => onSettings({ x })}
      />
      <FieldMenu
        text={named(t('chart.y'))}
        fields={numericFields(schema)}
        field={axes?.y}
        onChoose={(y) => onSettings({ y })}
      />
      <FieldMenu
        text={named(t('chart.color'))}
        noneText={t('chart.color')}
        fields={optionFields(schema)}
        field={axes?.color}
        onChoose={(series) => onSettings({ series })}
      />
    </>
  );
}

interface FieldMenuProps {
  readonly text: (name: string) => string;
  /** Where there may be none. */
  readonly noneText?: string;
  readonly fields: readonly Field[];
  readonly field: Field | undefined;
  readonly onChoose: (id: string) => void;
}

function FieldMenu({ text, noneText, fields, field, onChoose }: FieldMenuProps) {
  const none =
    noneText === undefined
      ? []
      : [check(NO_FIELD, t('chart.none'), field === undefined, () => onChoose(NO_FIELD))];
  return (
    <Menu
      entries={[
        ...none,
        ...fields.map(({ id, name }) => check(id, name, id === field?.id, () => onChoose(id))),
      ]}
      trigger={trigger(field ? text(field.name) : (noneText ?? text('…')))}
    />
  );
}

interface MeasureMenuProps extends ChartStripProps {
  readonly fields: NonNullable<ReturnType<typeof chartFields>>;
}

function MeasureMenu({ schema, onSettings, fields }: MeasureMenuProps) {
  const { measure } = fields;
  const choose = (name: AggregateName, of: string | null) => onSettings({ measure: { name, of } });
  const submenus = AGGREGATES.filter((name) => name !== 'count').map((name): MenuEntry => ({
    kind: 'submenu',
    id: name,
    label: measureName(name, '…'),
    entries: numericFields(schema).map((field) =>
      check(field.id, field.name, measure.name === name && measure.of?.id === field.id, () =>
        choose(name, field.id),
      ),
    ),
  }));
  return (
    <Menu
      entries={[
        check('count', t('chart.countRecords'), measure.of === undefined, () => choose('count', null)),
        ...submenus,
      ]}
      trigger={trigger(measureName(measure.name, measure.of?.name))}
    />
  );
}

function check(id: string, label: string, checked: boolean, onChange: () => void): MenuEntry {
  return { kind: 'check', id, label, checked, onChange };
}

function trigger(text: string) {
  return (
    <Button size="small" variant="quiet">
      {text}
    </Button>
  );
}
