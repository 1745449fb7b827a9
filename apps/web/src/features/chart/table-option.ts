/** Bars and lines of a table of figures, as the drawing library wants them. */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { ChartTable } from '../../data/chart-model.ts';
import { t } from '../../messages/area-t.ts';
import type { TokenColor } from '../../theme/token-colors.ts';
import { axisLook, fontFamily, keyColor } from './chart-look.ts';

export type TableOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption
>;

export interface TableLook {
  readonly kind: 'bar' | 'line';
  readonly color: TokenColor;
  /** A figure of the measure, with its unit. */
  readonly format: (value: number) => string;
  readonly measure: string;
  /** Parts add up to their total, so bars may be stacked and begin at 0. */
  readonly isSum: boolean;
  readonly isNarrow: boolean;
}

/** More bars are not told apart; the table has all. */
export const mostRows = 60;
const mostLabelled = 24;

export function tableOption(table: ChartTable, look: TableLook): TableOption {
  const { color, format, kind, isSum } = look;
  const axis = axisLook(color);
  const rows =
    kind === 'bar' ? table.rows.slice(0, mostRows) : table.rows.filter(({ key }) => key !== 'null');
  const isSplit = table.columns.length > 1;
  // Names that would stand on their heads lie beside their bars.
  const isFlat = kind === 'bar' && rows.some(({ label }) => label.length > 14) && rows.length > 3;
  const category = {
    type: 'category' as const,
    data: rows.map(({ label }) => label),
    axisLabel: {
      ...axis.text,
      ...(isFlat
        ? { width: look.isNarrow ? 90 : 170, overflow: 'truncate' as const }
        : { hideOverlap: true }),
    },
    axisLine: axis.line,
    axisTick: { show: false },
    ...(isFlat && { inverse: true }),
  };
  const value = {
    type: 'value' as const,
    axisLabel: { ...axis.text, formatter: format },
    splitLine: axis.split,
    scale: kind === 'line' && !isSum,
    ...(look.measure === t('chart.countRecords') && { minInterval: 1 }),
  };
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: {
      left: 8,
      right: kind === 'line' && isSplit ? 96 : 24,
      top: 24,
      bottom: 8,
      outerBoundsMode: 'same',
    },
    tooltip: {
      ...axis.tooltip,
      trigger: 'item',
      formatter: (params) => {
        const { dataIndex, seriesIndex = 0 } = Array.isArray(params)
          ? (params[0] ?? { dataIndex: 0 })
          : params;
        return tooltipText(
          table,
          { row: table.rows.indexOf(rows[dataIndex] ?? table.rows[0]!), column: seriesIndex },
          look,
        );
      },
    },
    xAxis: isFlat ? value : category,
    yAxis: isFlat ? category : value,
    series: table.columns.map((column, at) => {
      const figures = rows.map((row) => table.cells[table.rows.indexOf(row)]?.[at] ?? null);
      const own = isSplit ? keyColor(color, column, at) : color('accent-line');
      if (kind === 'line')
        return {
          type: 'line',
          name: column.label,
          data: figures,
          symbolSize: 7,
          showSymbol: rows.length <= 80,
          lineStyle: { width: 2 },
          itemStyle: { color: own },
          connectNulls: false,
          ...(isSplit && {
            endLabel: {
              show: true,
              formatter: '{a}',
              color: color('ink'),
              fontFamily,
              fontSize: 11,
              width: 90,
              overflow: 'truncate',
            },
            labelLayout: { moveOverlap: 'shiftY' },
          }),
        };
      return {
        type: 'bar',
        name: column.label,
        data: figures.map((figure, index) => ({
          value: figure,
          itemStyle: {
            color: isSplit ? own : rows[index]?.color ? keyColor(color, rows[index], index) : own,
          },
        })),
        ...(isSplit && isSum && { stack: 'all' }),
        barMaxWidth: 56,
        label: {
          show: isSplit ? rows.length * table.columns.length <= 120 : rows.length <= mostLabelled,
          position: isSplit && isSum ? 'inside' : isFlat ? 'right' : 'top',
          formatter: ({ value: shown }) => (typeof shown === 'number' && shown !== 0 ? format(shown) : ''),
          color: isSplit && isSum ? color('canvas') : color('muted'),
          fontFamily,
          fontSize: 11,
        },
        labelLayout: { hideOverlap: true },
      };
    }),
  };
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

function tooltipText(table: ChartTable, { row, column }: CellPlace, { measure, format }: TableLook): string {
  const value = table.cells[row]?.[column];
  const name = [table.rows[row]?.label, table.columns[column]?.label].filter(Boolean).join(' · ');
  return `${name}\n${t('chart.value', { name: measure, value: value === null || value === undefined ? '–' : format(value) })}`;
}
