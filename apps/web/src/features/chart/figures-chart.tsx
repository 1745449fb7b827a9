import type { ChartSettings } from '@throughline/view';
import { Button, classNames, optionColorClass, parseOptionColor } from '@throughline/ui';
import { useCallback, useMemo } from 'react';
import { bothOf } from '../../data/chart-buckets.ts';
import { chartFields, type ChartFields } from '../../data/chart-fields.ts';
import type { ChartTable } from '../../data/chart-model.ts';
import { useIsPhone } from '../../frame/use-is-phone.ts';
import { t } from '../../messages/area-t.ts';
import { useTokenColors } from '../../theme/token-colors.ts';
import { ChartTitle, Nothing, type KindProps } from './chart-parts.tsx';
import { EChart } from './echart.tsx';
import { FigureTable } from './figure-table.tsx';
import { keyColor } from './chart-look.ts';
import { measureName } from './measure-name.ts';
import { mostRows, tableOption } from './table-option.ts';

/** Bars, lines and the pivot table: one table of figures, shown in three ways. */
export function FiguresChart(props: KindProps) {
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
