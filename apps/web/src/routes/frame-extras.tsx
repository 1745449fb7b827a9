import { lazyAfter, lazyWhenOpen, preloadLazyComponents, useShortcuts } from '@throughline/ui';
import { useEffect } from 'react';
import { useWrite } from '../data/data-context.ts';
import { useIsQuiet } from '../data/use-is-quiet.ts';
import { captureRequest, openCapture } from '../frame/capture-request.ts';
import { explainRequest } from '../frame/explain-request.ts';
import { moveReasonRequest } from '../frame/move-reason-request.ts';
import { relocateRequest } from '../frame/relocate-request.ts';
import { shareRequest } from '../frame/share-request.ts';
import { templateRequest } from '../frame/template-request.ts';
import { t } from '../messages/t.ts';

interface Asked {
  readonly open: boolean;
}

const DropAnywhere = lazyAfter(
  ['dragenter', 'dragover'],
  async () => (await import('../features/import/drop-anywhere.tsx')).DropAnywhere,
);
const CaptureDialog = lazyWhenOpen<Asked>(
  async () => (await import('../features/capture/capture-dialog.tsx')).CaptureDialog,
);
const ExplainDialog = lazyWhenOpen<Asked>(
  async () => (await import('../features/explain/explain-dialog.tsx')).ExplainDialog,
);
const ShareDialog = lazyWhenOpen<Asked>(
  async () => (await import('../features/sharing/share-dialog.tsx')).ShareDialog,
);
const MoveReason = lazyWhenOpen<Asked>(
  async () => (await import('../features/move-reason/move-reason.tsx')).MoveReason,
);
const RelocateDialog = lazyWhenOpen<Asked>(
  async () => (await import('../screens/relocate-dialog.tsx')).RelocateDialog,
);

const TemplateDialog = lazyWhenOpen<Asked>(
  async () => (await import('../features/templates/template-dialog.tsx')).TemplateDialog,
);

/** Dialogs that any screen may open, and the keys that open them. */
export function FrameExtras({ space }: { readonly space: string | undefined }) {
  const { undoLast } = useWrite();
  usePreloadOnceQuiet();
  useShortcuts([
    { keys: 'mod+z', label: t('shortcut.undo'), group: t('shortcut.group'), run: undoLast },
    {
      keys: 'shift+c',
      label: t('capture.shortcut'),
      group: t('shortcut.group'),
      run: () => openCapture({ space }),
    },
  ]);
  return (
    <>
      <CaptureDialog open={captureRequest.useAsked() !== undefined} />
      <ExplainDialog open={explainRequest.useAsked() !== undefined} />
      <ShareDialog open={shareRequest.useAsked() !== undefined} />
      <TemplateDialog open={templateRequest.useAsked() !== undefined} />
      <RelocateDialog open={relocateRequest.useAsked() !== undefined} />
      <MoveReason open={moveReasonRequest.useAsked() !== undefined} />
      <DropAnywhere />
    </>
  );
}

/** What is not needed for the first sight of a page comes when nothing else is being fetched. */
function usePreloadOnceQuiet(): void {
  const isQuiet = useIsQuiet();
  useEffect(() => {
    if (isQuiet) preloadLazyComponents();
  }, [isQuiet]);
}
