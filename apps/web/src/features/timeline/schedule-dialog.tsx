import { Button, currentDay, DateRangePicker, Dialog, periodAround, type DateRange } from '@throughline/ui';
import { useState } from 'react';
import { spanOfRange, type Span } from '../../data/timeline-span.ts';
import { locale, t } from '../../messages/area-t.ts';

export interface ScheduleDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly onSchedule: (span: Span) => void;
}

/** What dropping a record on the timeline does, by the keyboard. */
export function ScheduleDialog({ open, title, onClose, onSchedule }: ScheduleDialogProps) {
  const [range, setRange] = useState<DateRange | null>(() => periodAround(currentDay(), 'month'));
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      width="narrow"
      title={t('timeline.scheduleTitle', { title })}
      footer={
        <>
          <Button onClick={onClose}>{t('timeline.cancel')}</Button>
          <Button
            variant="primary"
            disabled={range === null}
            onClick={() => range && onSchedule(spanOfRange(range))}
          >
            {t('timeline.scheduleAction')}
          </Button>
        </>
      }
    >
      <DateRangePicker
        label={t('timeline.schedule')}
        hideLabel
        locale={locale}
        value={range}
        onChange={setRange}
      />
    </Dialog>
  );
}
