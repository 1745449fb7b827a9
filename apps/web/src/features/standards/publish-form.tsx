import { Button, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { t } from '../../messages/area-t.ts';

export interface PublishFormProps {
  /** The one that it will be. */
  readonly version: number;
  readonly isBusy: boolean;
  /** Undefined where it was refused. */
  readonly onPublish: (note: string) => Promise<object | undefined>;
}

export function PublishForm({ version, isBusy, onPublish }: PublishFormProps) {
  const [note, setNote] = useState('');
  async function publish(event: FormEvent) {
    event.preventDefault();
    if (await onPublish(note.trim())) setNote('');
  }
  return (
    <form
      aria-label={t('standard.publishTitle')}
      onSubmit={(event) => void publish(event)}
      className="flex flex-col gap-2"
    >
      <h3 className="font-semibold">{t('standard.publishTitle')}</h3>
      <p className="text-muted">{t('standard.publishText')}</p>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-48 flex-1">
          <TextField label={t('standard.note')} value={note} onChange={setNote} />
        </div>
        <Button type="submit" variant="primary" disabled={isBusy}>
          {t('standard.publish', { number: version })}
        </Button>
      </div>
    </form>
  );
}
