import { useState } from 'react';
import { useLookups, useWorkspace } from '../data/data-context.ts';
import { useSession } from '../data/use-session.ts';
import type { LookSwitch } from '../features/view-bar/view-bar-props.ts';
import { ViewBar } from '../features/view-bar/view-bar.tsx';
import type { SpaceView } from './use-space-view.ts';
import { useListLook } from './use-list-look.ts';
import { ViewDialogs, type ViewDialogName } from './view-dialogs.tsx';
import { useViewSaving } from './use-view-saving.ts';

export interface SpaceBarProps {
  readonly view: SpaceView;
  readonly onCreate: (() => void) | undefined;
  readonly onAddField: () => void;
  /** Whether what is told about the view is shown above it. */
  readonly about: LookSwitch;
}

export function SpaceBar({ view, onCreate, onAddField, about }: SpaceBarProps) {
  const { rights } = useWorkspace();
  const { currency } = useSession().workspace;
  const [asked, setAsked] = useState<ViewDialogName>();
  const saving = useViewSaving(view, { about, ask: setAsked });
  const listLook = useListLook(view);
  const mayAddField = rights.may('create', 'field', { in: view.space });
  return (
    <>
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
      <ViewDialogs view={view} asked={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}
