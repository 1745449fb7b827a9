import { useRecord } from '../data/data-context.ts';
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
      day={search.at}
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) exportRequest.close();
      }}
    />
  );
}
