import { useShortcuts } from '@throughline/ui';
import { CaptureDialog } from '../features/capture/capture-dialog.tsx';
import { openCapture } from '../features/capture/capture-request.ts';
import { DropAnywhere } from '../features/import/drop-anywhere.tsx';
import { ShareDialog } from '../features/sharing/share-dialog.tsx';
import { t } from '../messages/t.ts';

/** Dialogs that any screen may open, and the keys that open them. */
export function FrameExtras({ space }: { readonly space: string | undefined }) {
  useShortcuts([
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
