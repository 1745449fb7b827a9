import type { Field } from '@throughline/model';
import type { ChartSettings, Expression, Schema, ViewQuery } from '@throughline/view';
import { Button, classNames, EmptyState, optionColorClass, parseOptionColor } from '@throughline/ui';
import { ChartColumn } from 'lucide-react';
import { useCallback, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { bothOf } from '../../data/chart-buckets.ts';
import { chartFields, scatterFields, spreadField, type ChartFields } from '../../data/chart-fields.ts';
import type { ChartModel, ChartTable } from '../../data/chart-model.ts';
import { useIsPhone } from '../../frame/use-is-phone.ts';
import { t } from '../../messages/area-t.ts';
import { useTokenColors } from '../../theme/token-colors.ts';
import { ChartStrip } from './chart-strip.tsx';
import { EChart } from './echart.tsx';
import { FigureTable } from './figure-table.tsx';
import { keyColor } from './chart-look.ts';
import { measureName } from './measure-name.ts';
import { scatterOption, spreadOption } from './number-options.ts';
import { SpreadCaption, SpreadTable } from './spread-parts.tsx';
import { mostRows, tableOption } from './table-option.ts';

export interface ChartViewProps {
  readonly label: string;
  readonly model: ChartModel;
  readonly schema: Schema;
  readonly query: ViewQuery;
  readonly settings: ChartSettings;
  readonly onSettings: (part: Partial<ChartSettings>) => void;
  readonly format: (field: Field | undefined, value: number) => string;
  readonly titleOf: (id: string) => string;
  readonly onOpenRecord: (id: string) => void;
  /** Shows the records that a condition holds for, beside those of the view. */
  readonly onOpen: (condition: Expression | undefined) => void;
  readonly onAddField: (() => void) | undefined;
}

export function ChartView(props: ChartViewProps) {
  const { label, model, settings, schema, onSettings } = props;
  const version = useSyncExternalStore(
    useCallback((listener) => model.subscribe(listener), [model]),
    () => model.version(),
  );
  return (
    <section aria-label={label} className="flex min-h-0 flex-1 flex-col">
      <ChartStrip schema={schema} settings={settings} onSettings={onSettings} />
      {settings.kind === 'scatter' ? (
        <Scatter {...props} version={version} />
      ) : settings.kind === 'distribution' ? (
        <Spread {...props} version={version} />
      ) : (
        <Figures {...props} version={version} />
      )}
    </section>
  );
}

interface KindProps extends ChartViewProps {
  readonly version: number;
}

/** Bars, lines and the pivot table: one table of figures, shown in three ways. */
function Figures(props: KindProps) {
  const { settings, schema, onSettings } = props;
  const settingsText = JSON.stringify(settings);
  const fields = useMemo(
    () => chartFields(JSON.parse(settingsText) as ChartSettings, schema),
    [settingsText, schema],
  );
  if (fields === undefined) {
    const bars = <Button onClick={() => onSettings({ kind: 'bar', by: null })}>{t('chart.showBars')}</Button>;
    return <Nothing title={t('chart.noDateTitle')} text={t('chart.noDateText')} action={bars} />;
  }
  return <FieldFigures {...props} fields={fields} />;
}

function FieldFigures(props: KindProps & { readonly fields: ChartFields }) {
  const { model, query, settings, fields, version, format, onOpen } = props;
  const { kind, period, hasTable } = settings;
  const color = useTokenColors();
  const isNarrow = useIsPhone();
  const { name, of } = fields.measure;
  const measure = measureName(name, of?.name);
  // oxlint-disable-next-line react/exhaustive-deps -- the version says that records have changed
  const table = useMemo(() => model.table(query, fields, period), [model, query, fields, period, version]);
  const write = useCallback(
    (value: number) => format(name === 'count' ? undefined : of, value),
    [format, name, of],
  );
  const option = useMemo(
    () =>
      tableOption(table, {
        kind: kind === 'line' ? 'line' : 'bar',
        color,
        format: write,
        measure,
        isSum: name === 'count' || name === 'sum',
        isNarrow,
      }),
    [table, kind, color, write, measure, name, isNarrow],
  );
  const title = fields.series
    ? t('chart.measureBySplit', { measure, name: fields.by.name, split: fields.series.name })
    : t('chart.measureBy', { measure, name: fields.by.name });
  if (table.count === 0) return <Nothing title={t('chart.emptyTitle')} text={t('chart.emptyText')} />;
  if (table.total === null)
    return (
      <Nothing title={t('chart.noValuesTitle')} text={t('chart.noValuesText', { name: of?.name ?? '' })} />
    );
  const figures = (
    <FigureTable
      label={title}
      rowName={fields.by.name}
      measure={measure}
      table={table}
      format={write}
      isTinted={kind === 'pivot'}
      onOpen={onOpen}
    />
  );
  if (kind === 'pivot') return figures;
  const shown = kind === 'line' ? table.rows.filter(({ key }) => key !== 'null') : table.rows;
  return (
    <>
      <ChartTitle title={title}>
        {kind === 'bar' && table.rows.length > mostRows && (
          <span>{t('chart.first', { count: mostRows, all: table.rows.length })}</span>
        )}
        {kind === 'bar' && fields.series && <Names table={table} />}
      </ChartTitle>
      <EChart
        label={`${title}. ${t('chart.help')}`}
        option={option}
        onPick={({ dataIndex, seriesIndex }) =>
          onOpen(bothOf(shown[dataIndex]?.condition, table.columns[seriesIndex]?.condition))
        }
      />
      {hasTable && (
        <div className="flex max-h-[45%] min-h-0 shrink-0 flex-col border-t border-line">{figures}</div>
      )}
    </>
  );
}

/** Which colour is which, where bars are too small to say it. */
function Names({ table }: { readonly table: ChartTable }) {
  const color = useTokenColors();
  return table.columns.map((key, at) => (
    <span
      key={key.key}
      className={classNames(
        optionColorClass(parseOptionColor(key.color)),
        'inline-flex items-center gap-1.5',
      )}
    >
      <span aria-hidden className="size-2 rounded-full" style={{ background: keyColor(color, key, at) }} />
      {key.label}
    </span>
  ));
}

function Spread(props: KindProps) {
  const { model, query, settings, schema, version, format, onOpen } = props;
  const of = spreadField(settings, schema);
  const color = useTokenColors();
  const write = useCallback((value: number) => format(of, value), [format, of]);
  // oxlint-disable-next-line react/exhaustive-deps -- the version says that records have changed
  const spread = useMemo(() => of && model.spread(query, of), [model, query, of, version]);
  const option = useMemo(
    () => spread && spreadOption(spread, { color, format: write }),
    [spread, color, write],
  );
  if (of === undefined || spread === undefined || option === undefined) return <NoNumber {...props} />;
  if (spread.count === 0) return <Nothing title={t('chart.emptyTitle')} text={t('chart.emptyText')} />;
  if (spread.present === 0)
    return <Nothing title={t('chart.noValuesTitle')} text={t('chart.noValuesText', { name: of.name })} />;
  const parts = { of, spread, format: write, onOpen };
  return (
    <>
      <ChartTitle title={t('chart.distributionOf', { name: of.name })} />
      <SpreadCaption {...parts} />
      <EChart
        label={`${t('chart.distributionOf', { name: of.name })}. ${t('chart.help')}`}
        option={option}
        onPick={({ dataIndex }) => onOpen(spread.conditions[dataIndex])}
      />
      {settings.hasTable && <SpreadTable {...parts} />}
    </>
  );
}

function Scatter(props: KindProps) {
  const { model, query, settings, schema, version, format, titleOf, onOpenRecord } = props;
  const settingsText = JSON.stringify(settings);
  const axes = useMemo(
    () => scatterFields(JSON.parse(settingsText) as ChartSettings, schema),
    [settingsText, schema],
  );
  const color = useTokenColors();
  // oxlint-disable-next-line react/exhaustive-deps -- the version says that records have changed
  const scatter = useMemo(() => axes && model.scatter(query, axes), [model, query, axes, version]);
  const option = useMemo(
    () =>
      axes &&
      scatter &&
      scatterOption(scatter, {
        color,
        formatX: (value) => format(axes.x, value),
        formatY: (value) => format(axes.y, value),
        titleOf,
        names: { x: axes.x.name, y: axes.y.name },
        marks: axes.color?.config.options?.map((each) => `option-${each.color ?? 'gray'}-mark`) ?? [],
      }),
    [axes, scatter, color, format, titleOf],
  );
  if (axes === undefined || scatter === undefined || option === undefined) return <NoNumber {...props} />;
  if (scatter.count === 0) return <Nothing title={t('chart.emptyTitle')} text={t('chart.emptyText')} />;
  const title = t('chart.scatterOf', { x: axes.x.name, y: axes.y.name });
  return (
    <>
      <ChartTitle title={title}>
        <span>
          {t('chart.plotted', {
            present: scatter.ids.length, count: scatter.count
          })}
        </span>
      </ChartTitle>
      <EChart
        label={`${title}. ${t('chart.help')}`}
        option={option}
        onPick={({ dataIndex }) => onOpenRecord(scatter.ids[dataIndex] ?? '')}
      />
      {settings.hasTable && (
        <PointTable
          title={title}
          axes={axes}
          scatter={scatter}
          format={format}
          titleOf={titleOf}
          onOpen={onOpenRecord}
        />
      )}
    </>
  );
}

interface PointTableProps {
  readonly title: string;
  readonly axes: { readonly x: Field; readonly y: Field };
  readonly scatter: {
    readonly ids: readonly string[];
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
  readonly format: ChartViewProps['format'];
  readonly titleOf: (id: string) => string;
  readonly onOpen: (id: string) => void;
}

const mostPoints = 500;

function PointTable({ title, axes, scatter, format, titleOf, onOpen }: PointTableProps) {
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
      tabIndex={0}
      aria-label={title}
      className="max-h-[45%] min-h-0 shrink-0 overflow-auto border-t border-line px-4 pb-4"
    >
      <table className="w-full text-ui">
        <caption className="sr-only">{title}</caption>
        <tbody>
          {scatter.ids.slice(0, mostPoints).map((id, at) => (
            <tr key={id} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                <button type="button" className="text-left hover:underline" onClick={() => onOpen(id)}>
                  {titleOf(id)}
                </button>
              </th>
              <td className="figures py-1 pl-4 text-right">{format(axes.y, scatter.y[at] ?? 0)}</td>
              <td className="figures py-1 pl-4 text-right">{format(axes.x, scatter.x[at] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ChartTitle({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 pt-3 text-small text-muted">
      <h2 className="text-ui font-medium text-ink">{title}</h2>
      {children}
    </div>
  );
}

function NoNumber({ onAddField, onSettings }: ChartViewProps) {
  return (
    <Nothing
      title={t('chart.noNumberTitle')}
      text={t('chart.noNumberText')}
      action={
        onAddField ? (
          <Button onClick={onAddField}>{t('chart.addField')}</Button>
        ) : (
          <Button onClick={() => onSettings({ kind: 'bar' })}>{t('chart.showBars')}</Button>
        )
      }
    />
  );
}

interface NothingProps {
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

function Nothing(props: NothingProps) {
  return <EmptyState icon={<ChartColumn size={28} strokeWidth={1.5} />} {...props} />;
}
