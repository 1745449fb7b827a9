import { Segmented, Select } from '@throughline/ui';
import { useMemo, useState, type ComponentType } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import type { TemplateItem } from '../../data/template-items.ts';
import { t } from '../../messages/area-t.ts';
import { PreviewBoard } from './preview-board.tsx';
import { PreviewChart } from './preview-chart.tsx';
import { PreviewList } from './preview-list.tsx';
import { PreviewMatrix } from './preview-matrix.tsx';
import { makePreview, type Preview } from './preview-model.ts';
import { PreviewTimeline } from './preview-timeline.tsx';

const drawings: Record<Preview['layout'], ComponentType<{ readonly preview: Preview }>> = {
  list: PreviewList,
  board: PreviewBoard,
  matrix: PreviewMatrix,
  timeline: PreviewTimeline,
  chart: PreviewChart,
};

/** The views a template makes, one at a time, over rows made up for it; or the text of a description. */
export function TemplatePreview({ item }: { readonly item: TemplateItem }) {
  const { now } = useWorkspace();
  const { views, fields, descriptions } = item.blueprint;
  const [chosen, setChosen] = useState('0');
  const view = views[Number(chosen)] ?? views[0];
  const preview = useMemo(
    () => view && makePreview(view, { fields, examples: item.examples, now: now() }),
    [view, fields, item.examples, now],
  );
  if (preview === undefined || view === undefined)
    return (
      <pre className="max-h-64 overflow-y-auto rounded-md border bg-sunken p-3 font-sans text-small whitespace-pre-wrap">
        {descriptions[0]?.body}
      </pre>
    );
  const Drawing = drawings[preview.layout];
  const choices = views.map(({ name }, index) => ({ id: `${index}`, value: `${index}`, label: name }));
  return (
    <div className="flex flex-col gap-2">
      {choices.length > 1 && choices.length < 4 && (
        <Segmented label={t('templates.previewOf')} items={choices} value={chosen} onChange={setChosen} />
      )}
      {choices.length >= 4 && (
        <Select
          label={t('templates.previewOf')}
          hideLabel
          size="small"
          items={choices}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <figure
        aria-label={t('templates.preview', { name: view.name })}
        className="min-h-48 overflow-hidden rounded-md border bg-canvas p-2"
      >
        <Drawing preview={preview} />
      </figure>
      {view.about !== undefined && <p className="text-small text-muted">{view.about}</p>}
    </div>
  );
}
