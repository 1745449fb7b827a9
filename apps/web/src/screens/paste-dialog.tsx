import { useMemo } from 'react';
import { useWorkspace } from '../data/data-context.ts';
import { PastePreview } from '../features/paste/paste-preview.tsx';
import type { PastedTable } from '../features/paste/parse-table.ts';
import { isPastable } from '../features/paste/read-cell.ts';
import { makeIdeas, makeReader } from './paste-ideas.ts';
import type { SpaceView } from './use-space-view.ts';

export interface PasteDialogProps {
  readonly view: SpaceView;
  readonly table: PastedTable | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What the workings of a record are, and nobody pastes. */
const inner = new Set(['key', 'rank', 'space', 'sources', 'archivedAt', 'mergedInto']);

export function PasteDialog({ view, table, open, onOpenChange }: PasteDialogProps) {
  const data = useWorkspace();
  const { schema, source, space } = view;
  const fields = useMemo(
    () => schema.fields.filter((field) => isPastable(field) && !inner.has(field.id)),
    [schema],
  );
  const reader = useMemo(() => makeReader(data, source.entity), [data, source]);
  if (table === undefined) return null;
  return (
    <PastePreview
      table={table}
      fields={fields}
      reader={reader}
      open={open}
      onOpenChange={onOpenChange}
      onMake={(records) => makeIdeas(data, space, records)}
    />
  );
}
