import { parseTimelineSettings } from '@throughline/view';
import { useRecord, useWorkspace } from '../data/data-context.ts';
import { pastsOf } from '../data/past-data.ts';
import { ExportDialog } from '../features/export/export-dialog.tsx';
import { readText } from '../fields/read-value.ts';
import { exportRequest } from '../frame/export-request.ts';
import type { SpaceView } from './use-space-view.ts';

export interface ExportViewProps {
  readonly view: SpaceView;
  readonly open: boolean;
}

/** The view as it is shown, for whoever takes it elsewhere. */
export function ExportView({ view, open }: ExportViewProps) {
  const { source, schema, shown, columns, settings, search } = view;
  const space = useRecord('space', view.space);
  const roadmap = useRecord('roadmap', readText(view.view?.values['roadmap']) || undefined);
  const place = readText((roadmap ?? space)?.['name']);
  const openEarlier = useBaseline(view);
  return (
    <ExportDialog
      drawing={{
        name: readText(view.view?.values['name']) || place,
        place,
        source,
        schema,
        query: shown.query,
        filterText: shown.filterText,
        columns: columns.map(({ field }) => field),
        layout: shown.layout,
        settings: settings.layouts,
      }}
      openEarlier={openEarlier}
      day={search.at}
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) exportRequest.close();
      }}
    />
  );
}

/** Reads the records of the day that a timeline is compared with. */
function useBaseline({ source, shown, settings, place }: SpaceView) {
  const data = useWorkspace();
  const { baseline } = parseTimelineSettings(settings.layouts.timeline);
  if (shown.layout !== 'timeline' || baseline === null) return undefined;
  return async () => {
    const past = await pastsOf(data.live ?? data).open(baseline, place);
    return { data: past, source: past.source(source.entity, place) };
  };
}
