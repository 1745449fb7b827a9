import { useShortcuts } from '@throughline/ui';
import { useWrite } from '../data/data-context.ts';
import { CaptureDialog } from '../features/capture/capture-dialog.tsx';
import { openCapture } from '../frame/capture-request.ts';
import { DropAnywhere } from '../features/import/drop-anywhere.tsx';
import { ShareDialog } from '../features/sharing/share-dialog.tsx';
import { t } from '../messages/t.ts';

/** Dialogs that any screen may open, and the keys that open them. */
export function FrameExtras({ space }: { readonly space: string | undefined }) {
  const { undoLast } = useWrite();
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
      <CaptureDialog />
      <ShareDialog />
      <DropAnywhere />
    </>
  );
}
