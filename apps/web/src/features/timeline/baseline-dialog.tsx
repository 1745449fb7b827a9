import { Button, DatePicker, Dialog } from '@throughline/ui';
import { locale, t } from '../../messages/area-t.ts';

export interface BaselineDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
}

export function BaselineDialog({ open, onClose, day, onChange }: BaselineDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      width="narrow"
      title={t('timeline.baselineTitle')}
      description={t('timeline.baselineText')}
      footer={
        <>
          {day !== null && <Button onClick={() => onChange(null)}>{t('timeline.noBaseline')}</Button>}
          <Button variant="primary" onClick={onClose}>
            {t('timeline.done')}
          </Button>
        </>
      }
    >
      <DatePicker label={t('timeline.baselineDay')} locale={locale} value={day} onChange={onChange} />
    </Dialog>
  );
}
