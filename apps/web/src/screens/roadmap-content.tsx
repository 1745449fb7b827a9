import { EmptyState, lazyInPlace, lazyWhenOpen } from '@throughline/ui';
import { MapIcon } from 'lucide-react';
import { useState } from 'react';
import { useStatus } from '../data/data-context.ts';
import type { ReplicaRecord } from '../data/record-hub.ts';
import { ListSkeleton } from '../features/list/list-skeleton.tsx';
import type { EditionsDialogProps } from '../features/roadmap/editions-dialog.tsx';
import type { RoadmapDialogProps } from '../features/roadmap/roadmap-dialog.tsx';
import { exportRequest } from '../frame/export-request.ts';
import { OpeningProgress } from '../frame/opening-progress.tsx';
import { t } from '../messages/area-t.ts';
import type { ExportViewProps } from './export-view.tsx';
import type { RoadmapAboutProps } from './roadmap-about.tsx';
import { RoadmapBar, RoadmapStrip, type RoadmapAct } from './roadmap-bar.tsx';
import { spaceLayouts } from './space-layouts.tsx';
import type { WindowNoteProps } from './window-note.tsx';
import { sourcesOf, useRoadmapView } from './use-roadmap-view.ts';

const RoadmapDialog = lazyWhenOpen<RoadmapDialogProps>(
  async () => (await import('../features/roadmap/roadmap-dialog.tsx')).RoadmapDialog,
);
const EditionsDialog = lazyWhenOpen<EditionsDialogProps>(
  async () => (await import('../features/roadmap/editions-dialog.tsx')).EditionsDialog,
);
const RoadmapAbout = lazyWhenOpen<RoadmapAboutProps>(
  async () => (await import('./roadmap-about.tsx')).RoadmapAbout,
);
const ExportView = lazyWhenOpen<ExportViewProps>(async () => (await import('./export-view.tsx')).ExportView);
const WindowNote = lazyInPlace<WindowNoteProps>(
  async () => (await import('./window-note.tsx')).WindowNote,
  <div className="h-8 shrink-0 border-b" />,
);
const nothing: ReadonlySet<string> = new Set();

/** A view of a roadmap. Records are drawn and changed as in their own spaces, and by the rights of those. */
export function RoadmapContent({ roadmap }: { readonly roadmap: ReplicaRecord }) {
  const view = useRoadmapView(roadmap);
  const sources = sourcesOf(roadmap);
  const isLoading = useStatus(({ loading }) => sources.some((space) => loading.includes(space)));
  const [selected, setSelected] = useState<ReadonlySet<string>>(nothing);
  const [asked, setAsked] = useState<RoadmapAct>();
  const Layout = spaceLayouts[view.shown.layout];
  return (
    <>
      <RoadmapBar roadmap={roadmap} view={view} />
      <RoadmapStrip roadmap={roadmap} view={view} onAct={setAsked} />
      {view.window && <WindowNote window={view.window} layout={view.shown.layout} />}
      {isLoading || view.window?.isOpen === false ? (
        <>
          <OpeningProgress />
          <ListSkeleton />
        </>
      ) : view.view === undefined ? (
        <EmptyState icon={<MapIcon size={28} strokeWidth={1.5} />} title={t('roadmap.noViews')} text="" />
      ) : (
        <Layout
          key={`${view.view.id} ${view.shown.layout}`}
          view={view}
          selected={selected}
          onSelect={setSelected}
          onCreate={undefined}
        />
      )}
      <RoadmapDialog
        id={roadmap.id}
        open={asked === 'edit'}
        onOpenChange={(isOpen) => setAsked(isOpen ? 'edit' : undefined)}
      />
      <EditionsDialog
        roadmap={roadmap}
        spaces={sources}
        open={asked === 'editions'}
        onOpenChange={(isOpen) => setAsked(isOpen ? 'editions' : undefined)}
      />
      <RoadmapAbout
        roadmap={roadmap}
        open={asked === 'about'}
        onOpenChange={(isOpen) => setAsked(isOpen ? 'about' : undefined)}
      />
      <ExportView view={view} open={exportRequest.useAsked() !== undefined} />
    </>
  );
}
