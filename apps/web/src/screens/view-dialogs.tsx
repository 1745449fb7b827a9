/** The dialogs of the view itself, each loaded when it is first asked for. */
import { lazyWhenOpen } from '@throughline/ui';
import type { SpaceView } from './use-space-view.ts';

export const VIEW_DIALOGS = ['rights', 'section', 'copy', 'template', 'history'] as const;
export type ViewDialogName = (typeof VIEW_DIALOGS)[number];

export interface ViewDialogProps {
  readonly view: SpaceView;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const dialogs = {
  rights: lazyWhenOpen<ViewDialogProps>(
    async () => (await import('./view-rights-dialog.tsx')).ViewRightsDialog,
  ),
  section: lazyWhenOpen<ViewDialogProps>(
    async () => (await import('./view-section-dialog.tsx')).ViewSectionDialog,
  ),
  copy: lazyWhenOpen<ViewDialogProps>(async () => (await import('./view-copy-dialog.tsx')).ViewCopyDialog),
  template: lazyWhenOpen<ViewDialogProps>(
    async () => (await import('./view-template-dialog.tsx')).ViewTemplateDialog,
  ),
  history: lazyWhenOpen<ViewDialogProps>(
    async () => (await import('./view-history-dialog.tsx')).ViewHistoryDialog,
  ),
} satisfies Record<ViewDialogName, unknown>;

export interface ViewDialogsProps {
  readonly view: SpaceView;
  readonly asked: ViewDialogName | undefined;
  readonly onClose: () => void;
}

export function ViewDialogs({ view, asked, onClose }: ViewDialogsProps) {
  return VIEW_DIALOGS.map((name) => {
    const Dialog = dialogs[name];
    return <Dialog key={name} view={view} open={asked === name} onOpenChange={onClose} />;
  });
}
