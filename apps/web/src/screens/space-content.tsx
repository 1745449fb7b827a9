import { lazyInPlace, lazyWhenOpen } from '@throughline/ui';
import { useState } from 'react';
import { useStatus } from '../data/data-context.ts';
import type { FieldDialogProps } from '../features/field-editor/field-dialog.tsx';
import { isBoolean, useKeptSetting } from '../frame/kept-setting.ts';
import { OpeningProgress } from '../frame/opening-progress.tsx';
import { ListSkeleton } from '../features/list/list-skeleton.tsx';
import { stabilityRequest } from '../frame/stability-request.ts';
import type { CreateBarProps } from './create-bar.tsx';
import type { StabilityPanelProps } from './decide-stability.tsx';
import { exportRequest } from '../frame/export-request.ts';
import type { ExportViewProps } from './export-view.tsx';
import type { LostNoteProps } from './lost-note.tsx';
import { SpaceBar } from './space-bar.tsx';
import { spaceLayouts } from './space-layouts.tsx';
import { useCreateIdea } from './use-create-idea.ts';
import { useSpaceView } from './use-space-view.ts';
import type { ViewAboutProps } from './view-about.tsx';
import type { WindowNoteProps } from './window-note.tsx';
import type { Values } from '@throughline/model';

const FieldDialog = lazyWhenOpen<FieldDialogProps>(
  async () => (await import('../features/field-editor/field-dialog.tsx')).FieldDialog,
);
const CreateBar = lazyInPlace<CreateBarProps>(
  async () => (await import('./create-bar.tsx')).CreateBar,
  <div className="h-10 shrink-0 border-b bg-raised" />,
);
const StabilityPanel = lazyWhenOpen<StabilityPanelProps>(
  async () => (await import('./decide-stability.tsx')).StabilityPanel,
);
const ExportView = lazyWhenOpen<ExportViewProps>(async () => (await import('./export-view.tsx')).ExportView);
const ViewAbout = lazyInPlace<ViewAboutProps>(
  async () => (await import('./view-about.tsx')).ViewAbout,
  <div className="h-24 shrink-0 border-b" />,
);
const WindowNote = lazyInPlace<WindowNoteProps>(
  async () => (await import('./window-note.tsx')).WindowNote,
  <div className="h-8 shrink-0 border-b" />,
);
const LostNote = lazyInPlace<LostNoteProps>(
  async () => (await import('./lost-note.tsx')).LostNote,
  <div className="h-8 shrink-0 border-b" />,
);
const nothing: ReadonlySet<string> = new Set();

/** What a new idea starts with: on a board, the value of the column it is made in. */
export interface NewIdea {
  readonly place?: string;
  readonly values: Values;
}

export function SpaceContent({ space }: { readonly space: string }) {
  const view = useSpaceView(space);
  const isLoading = useStatus(({ loading }) => loading.includes(space));
  const [draft, setDraft] = useState<NewIdea>();
  const [isAboutOpen, setAboutOpen] = useKeptSetting(`about.${view.view?.id}`, false, isBoolean);
  const [isAddingField, setAddingField] = useState(false);
  const create = useCreateIdea(space);
  const [selected, setSelected] = useState<ReadonlySet<string>>(nothing);
  const Layout = spaceLayouts[view.shown.layout];
  const startCreating = create && ((idea: NewIdea = { values: {} }) => setDraft(idea));
  return (
    <>
      <SpaceBar
        view={view}
        onCreate={startCreating && (() => startCreating())}
        onAddField={() => setAddingField(true)}
        about={{ isOn: isAboutOpen, toggle: () => setAboutOpen(!isAboutOpen) }}
      />
      {isAboutOpen && view.view && (
        <ViewAbout key={view.view.id} view={view.view} onClose={() => setAboutOpen(false)} />
      )}
      {draft !== undefined && (
        <CreateBar
          place={draft.place}
          onCreate={(title) => create?.(title, draft.values)}
          onClose={() => setDraft(undefined)}
        />
      )}
      {view.shown.lost.length > 0 && <LostNote view={view} />}
      {view.window && <WindowNote window={view.window} layout={view.shown.layout} />}
      {isLoading || view.window?.isOpen === false ? (
        <>
          <OpeningProgress />
          <ListSkeleton />
        </>
      ) : (
        <Layout
          key={`${view.view?.id} ${view.shown.layout}`}
          view={view}
          selected={selected}
          onSelect={setSelected}
          onCreate={startCreating}
          onAddField={() => setAddingField(true)}
        />
      )}
      <ExportView view={view} open={exportRequest.useAsked() !== undefined} />
      <StabilityPanel view={view} open={stabilityRequest.useAsked() !== undefined} />
      <FieldDialog
        source={view.source}
        open={isAddingField}
        onOpenChange={setAddingField}
        onCreated={(ids) => {
          const shown = view.columns.slice(1).map(({ field }) => field.id);
          view.setColumns([...shown, ...ids.filter((id) => !shown.includes(id))]);
        }}
      />
    </>
  );
}
