import { parseMatrixSettings } from '@throughline/view';
import { Button, EmptyState } from '@throughline/ui';
import { ChartScatter } from 'lucide-react';
import { useLayoutEffect, useMemo, useState } from 'react';
import { useWorkspace } from '../data/data-context.ts';
import { matrixFields } from '../data/matrix-fields.ts';
import { makeMatrixModel } from '../data/matrix-model.ts';
import { MatrixView } from '../features/matrix/matrix-view.tsx';
import { readText } from '../fields/read-value.ts';
import { t } from '../messages/area-t.ts';
import type { SpaceLayoutProps } from './space-layouts.tsx';
import { useLayoutSettings } from './use-layout-settings.ts';

/** Two fields of every record against each other. */
export function SpaceMatrix({ view, selected, onSelect, onAddField }: SpaceLayoutProps) {
  const data = useWorkspace();
  const { source, schema } = view;
  const [settings, setSettings] = useLayoutSettings(view, 'matrix', parseMatrixSettings);
  const settingsText = JSON.stringify(settings);
  const fields = useMemo(
    () => matrixFields(parseMatrixSettings(JSON.parse(settingsText)), schema),
    [settingsText, schema],
  );
  const { query } = view.shown;
  const [model] = useState(() => makeMatrixModel(data, source));
  useLayoutEffect(() => {
    if (fields) model.setShape({ query, fields });
  }, [model, query, fields]);
  if (fields === undefined) {
    return (
      <EmptyState
        icon={<ChartScatter size={28} strokeWidth={1.5} />}
        title={t('matrix.noneTitle')}
        text={t('matrix.noneText')}
        action={onAddField && <Button onClick={onAddField}>{t('matrix.addField')}</Button>}
      />
    );
  }
  return (
    <MatrixView
      label={readText(view.view?.values['name']) || t('bar.matrix')}
      model={model}
      schema={schema}
      fields={fields}
      settings={settings}
      onSettings={setSettings}
      selected={selected}
      onSelect={onSelect}
      onOpen={(id) => view.changeSearch({ open: readText(data.hub.get(source.entity, id)?.['key']) || id })}
    />
  );
}
