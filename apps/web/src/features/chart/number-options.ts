/** Distribution and scatter, as the drawing library wants them. */
import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type {
  GridComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { ChartScatter, ChartSpread } from '../../data/chart-model.ts';
import { t } from '../../messages/area-t.ts';
import type { TokenColor } from '../../theme/token-colors.ts';
import { axisLook, fontFamily } from './chart-look.ts';

export type NumberOption = ComposeOption<
  | BarSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | MarkLineComponentOption
>;

export interface SpreadLook {
  readonly color: TokenColor;
  readonly format: (value: number) => string;
}

/** Bars stand on a number line, so that percentiles lie where their values are. */
export function spreadOption(
  { bins, counts, percentiles }: ChartSpread,
  { color, format }: SpreadLook,
): NumberOption {
  const axis = axisLook(color);
  const [first = 0] = bins.edges;
  const last = bins.edges.at(-1) ?? 1;
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 8, right: 24, top: 40, bottom: 8, outerBoundsMode: 'same' },
    tooltip: {
      ...axis.tooltip,
      trigger: 'item',
      formatter: (params) => {
        const { dataIndex } = Array.isArray(params) ? (params[0] ?? { dataIndex: 0 }) : params;
        return `${rangeText(bins.edges, dataIndex, format)}\n${t('chart.records', { count: counts[dataIndex] ?? 0 })}`;
      },
    },
    xAxis: {
      type: 'value',
      min: first,
      max: last,
      containShape: false,
      ...(bins.edges.length <= 12 && { interval: bins.width }),
      axisLabel: { ...axis.text, formatter: format, hideOverlap: true },
      axisLine: axis.line,
      splitLine: { show: false },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: axis.text, splitLine: axis.split },
    series: [
      {
        type: 'bar',
        data: counts.map((count, at) => [(bins.edges[at] as number) + bins.width / 2, count]),
        barWidth: '98%',
        itemStyle: { color: color('accent-line') },
        label: {
          show: counts.length <= 24,
          position: 'top',
          formatter: ({ value }) => (Array.isArray(value) && value[1] !== 0 ? String(value[1]) : ''),
          color: color('muted'),
          fontFamily,
          fontSize: 11,
        },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: color('ink'), type: 'dashed', width: 1 },
          label: { color: color('ink'), fontFamily, fontSize: 11, formatter: '{b}' },
          data: percentiles
            .filter(({ name }) => name === 'P50' || name === 'P85')
            .map(({ name, value }) => ({ name: `${name} ${format(value)}`, xAxis: value })),
        },
      },
    ],
  };
}

export function rangeText(edges: readonly number[], at: number, format: (value: number) => string): string {
  return t('chart.range', { from: format(edges[at] ?? 0), to: format(edges[at + 1] ?? 0) });
}

export interface ScatterLook {
  readonly color: TokenColor;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly titleOf: (id: string) => string;
  readonly names: { readonly x: string; readonly y: string };
  /** Tokens by option. */
  readonly marks: readonly string[];
}

const largeFrom = 3000;

export function scatterOption(scatter: ChartScatter, look: ScatterLook): NumberOption {
  const { color, formatX, formatY } = look;
  const axis = axisLook(color);
  const value = (formatter: (value: number) => string, name: string) => ({
    type: 'value' as const,
    scale: true,
    name,
    nameTextStyle: axis.text,
    axisLabel: { ...axis.text, formatter, hideOverlap: true },
    axisLine: axis.line,
    splitLine: axis.split,
  });
  const isLarge = scatter.ids.length > largeFrom;
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 8, right: 24, top: 36, bottom: 28, outerBoundsMode: 'same' },
    tooltip: {
      ...axis.tooltip,
      trigger: 'item',
      formatter: (params) => {
        const { dataIndex } = Array.isArray(params) ? (params[0] ?? { dataIndex: 0 }) : params;
        const title = look.titleOf(scatter.ids[dataIndex] ?? '');
        const short = title.length > 60 ? `${title.slice(0, 59)}…` : title;
        return [
          short,
          t('chart.value', { name: look.names.y, value: formatY(scatter.y[dataIndex] ?? 0) }),
          t('chart.value', { name: look.names.x, value: formatX(scatter.x[dataIndex] ?? 0) }),
        ].join('\n');
      },
    },
    xAxis: { ...value(formatX, look.names.x), nameLocation: 'middle', nameGap: 28 },
    yAxis: value(formatY, look.names.y),
    series: [
      {
        type: 'scatter',
        large: isLarge,
        symbolSize: isLarge ? 4 : 10,
        itemStyle: { color: color('accent-line'), opacity: 0.75 },
        data: scatter.ids.map((_, at) => {
          const place = [scatter.x[at] ?? 0, scatter.y[at] ?? 0];
          const mark = look.marks[scatter.color[at] ?? -1];
          return isLarge || mark === undefined ? place : { value: place, itemStyle: { color: color(mark) } };
        }),
      },
    ],
  };
}
