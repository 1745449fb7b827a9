import { useLookups, useWorkspace } from '../data/data-context.ts';
import { useSession } from '../data/use-session.ts';
import { ViewBar } from '../features/view-bar/view-bar.tsx';
import type { SpaceView } from './use-space-view.ts';
import { useListLook } from './use-list-look.ts';
import { useViewSaving } from './use-view-saving.ts';

export interface SpaceBarProps {
  readonly view: SpaceView;
  readonly onCreate: (() => void) | undefined;
  readonly onAddField: () => void;
}

export function SpaceBar({ view, onCreate, onAddField }: SpaceBarProps) {
  const { rights } = useWorkspace();
  const { currency } = useSession().workspace;
  const saving = useViewSaving(view);
  const listLook = useListLook(view);
  const mayAddField = rights.may('create', 'field', { in: view.space });
  return (
    <ViewBar
      schema={view.schema}
      shown={view.shown}
      lookups={useLookups(view.source.entity)}
      currency={currency}
      change={view.changeSearch}
      columns={view.columns.slice(1).map(({ field }) => field.id)}
      setColumns={view.setColumns}
      saving={saving}
      listLook={listLook}
      onCreate={onCreate}
      {...(mayAddField && { onAddField })}
    />
  );
}
