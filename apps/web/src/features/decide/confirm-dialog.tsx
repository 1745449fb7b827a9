import { Button, Dialog } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';

/** An act that cannot be taken back. */
export interface Confirming {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly run: () => void;
}

export interface ConfirmDialogProps {
  readonly confirming: Confirming | undefined;
  readonly onDone: () => void;
}

export function ConfirmDialog({ confirming, onDone }: ConfirmDialogProps) {
  return (
    <Dialog
      open={confirming !== undefined}
      onOpenChange={(isOpen) => !isOpen && onDone()}
      title={confirming?.title ?? ''}
      width="narrow"
      footer={
        <>
          <Button onClick={onDone}>{t('record.cancel')}</Button>
          <Button
            variant="primary"
            onClick={() => {
              confirming?.run();
              onDone();
            }}
          >
            {confirming?.action}
          </Button>
        </>
      }
    >
      <p className="text-ui">{confirming?.text}</p>
    </Dialog>
  );
}
