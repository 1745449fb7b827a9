import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { NumberOption } from './number-options.ts';
import type { TableOption } from './table-option.ts';

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  TooltipComponent,
  MarkLineComponent,
  LabelLayout,
  CanvasRenderer,
]);

export interface EChartProps {
  readonly label: string;
  /** The same object until something changes. */
  readonly option: TableOption | NumberOption;
  readonly onPick: (place: { readonly dataIndex: number; readonly seriesIndex: number }) => void;
}

/** The only place that knows the drawing library. */
export function EChart({ label, option, onPick }: EChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const latest = useRef(onPick);
  useEffect(() => {
    latest.current = onPick;
  });
  useEffect(() => {
    if (element.current === null) return undefined;
    const made = init(element.current);
    chart.current = made;
    made.on('click', ({ dataIndex, seriesIndex }) => {
      if (typeof dataIndex === 'number') latest.current({ dataIndex, seriesIndex: seriesIndex ?? 0 });
    });
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = undefined;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn on a canvas
    <div role="img" aria-label={label} className="min-h-0 w-full flex-1">
      <div ref={element} data-chart className="size-full" />
    </div>
  );
}
