import type { Field } from '@throughline/model';
import { parseChartSettings, printExpression, type Expression } from '@throughline/view';
import { useCallback, useState } from 'react';
import { bothOf } from '../data/chart-buckets.ts';
import { makeChartModel } from '../data/chart-model.ts';
import { useWorkspace } from '../data/data-context.ts';
import { NO_FILTER } from '../data/saved-view.ts';
import { ChartView } from '../features/chart/chart-view.tsx';
import { toFieldLook } from '../fields/from-model.ts';
import { formatNumber } from '../fields/number-text.ts';
import { readText } from '../fields/read-value.ts';
import { locale, t } from '../messages/area-t.ts';
import type { SpaceLayoutProps } from './space-layouts.tsx';
import { useLayoutSettings } from './use-layout-settings.ts';

/** The view's records as figures; every figure opens the records behind it. */
export function SpaceChart({ view, onAddField }: SpaceLayoutProps) {
  const data = useWorkspace();
  const { source, schema } = view;
  const { entity } = source;
  const { query } = view.shown;
  const { currency } = data.replica.session().workspace;
  const [settings, setSettings] = useLayoutSettings(view, 'chart', parseChartSettings);
  const [model] = useState(() => makeChartModel(data, source));
  const format = useCallback(
    (field: Field | undefined, value: number) =>
      formatNumber(value, field && toFieldLook(field, currency).number, locale),
    [currency],
  );
  const titleOf = useCallback((id: string) => readText(data.hub.get(entity, id)?.['title']), [data, entity]);
  function open(condition: Expression | undefined) {
    const where = bothOf(query.where, condition);
    view.changeSearch({ layout: 'list', f: where ? printExpression(where, schema) : NO_FILTER });
  }
  return (
    <ChartView
      label={readText(view.view?.values['name']) || t('bar.chart')}
      model={model}
      schema={schema}
      query={query}
      settings={settings}
      onSettings={setSettings}
      format={format}
      titleOf={titleOf}
      onOpenRecord={(id) => view.changeSearch({ open: readText(data.hub.get(entity, id)?.['key']) || id })}
      onOpen={open}
      onAddField={onAddField}
    />
  );
}
