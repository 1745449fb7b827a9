import { Button, Dialog } from '@throughline/ui';
import type { UnreadCell } from '../features/paste/plan-paste.ts';
import { UnreadList } from '../features/paste/unread-list.tsx';
import { t } from '../messages/area-t.ts';

export interface UnreadDialogProps {
  readonly unread: readonly UnreadCell[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Tells what pasting onto cells could not set; the rest is done. */
export function UnreadDialog({ unread, open, onOpenChange }: UnreadDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('paste.unreadTitle')}
      description={t('paste.unreadText')}
      footer={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          {t('paste.done')}
        </Button>
      }
    >
      <UnreadList unread={unread} />
    </Dialog>
  );
}
