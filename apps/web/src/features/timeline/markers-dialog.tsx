import { Button, currentDay, DatePicker, Dialog, IconButton, TextField } from '@throughline/ui';
import type { TimelineMarker } from '@throughline/view';
import { Plus, X } from 'lucide-react';
import { locale, t } from '../../messages/area-t.ts';

export interface MarkersDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly markers: readonly TimelineMarker[];
  readonly onChange: (markers: readonly TimelineMarker[]) => void;
}

/** Every change shows on the timeline at once. */
export function MarkersDialog({ open, onClose, markers, onChange }: MarkersDialogProps) {
  const change = (id: string, part: Partial<TimelineMarker>) =>
    onChange(markers.map((marker) => (marker.id === id ? { ...marker, ...part } : marker)));
  const add = () => onChange([...markers, { id: crypto.randomUUID(), name: '', day: currentDay() }]);
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('timeline.markersTitle')}
      description={t('timeline.markersText')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('timeline.done')}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        <ul className="flex flex-col gap-2">
          {markers.map(({ id, name, day }) => (
            <li key={id} className="flex items-center gap-2">
              <div className="min-w-0 flex-1">
                <TextField
                  label={t('timeline.markerName')}
                  hideLabel
                  placeholder={t('timeline.markerName')}
                  value={name}
                  maxLength={80}
                  onChange={(next) => change(id, { name: next })}
                />
              </div>
              <DatePicker
                label={t('timeline.markerDay')}
                hideLabel
                locale={locale}
                value={day}
                onChange={(next) => next !== null && change(id, { day: next })}
              />
              <IconButton
                label={t('timeline.removeMarker', { name: name || t('timeline.unnamed') })}
                icon={<X size={15} />}
                onClick={() => onChange(markers.filter((marker) => marker.id !== id))}
              />
            </li>
          ))}
        </ul>
        <Button className="self-start" icon={<Plus size={14} />} onClick={add}>
          {t('timeline.addMarker')}
        </Button>
      </div>
    </Dialog>
  );
}
