import { useCallback, useSyncExternalStore } from 'react';
import type { ChartViewProps } from './chart-parts.tsx';
import { ChartStrip } from './chart-strip.tsx';
import { FiguresChart } from './figures-chart.tsx';
import { ScatterChart } from './scatter-chart.tsx';
import { SpreadChart } from './spread-chart.tsx';

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
        <ScatterChart {...props} version={version} />
      ) : settings.kind === 'distribution' ? (
        <SpreadChart {...props} version={version} />
      ) : (
        <FiguresChart {...props} version={version} />
      )}
    </section>
  );
}
