import { Button, DatePicker, Dialog, TextField, type Day } from '@throughline/ui';
import { useState } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';

export interface NewReleaseProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly space: string;
  readonly onCreated: (id: string) => void;
}

export function NewRelease({ open, onOpenChange, space, onCreated }: NewReleaseProps) {
  const { act, isBusy } = useAct();
  const [name, setName] = useState('');
  const [version, setVersion] = useState('');
  const [plannedOn, setPlannedOn] = useState<Day | null>(null);
  const isReady = name.trim() !== '' && !isBusy;
  async function create() {
    const body = { space, name: name.trim(), version: version.trim() || null, plannedOn };
    const made = await act({ method: 'POST', path: '/releases', body, message: t('release.created') });
    if (made === undefined) return;
    onOpenChange(false);
    onCreated(readText(made['id']));
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('release.new')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('release.cancel')}</Button>
          <Button variant="primary" type="submit" form="new-release" disabled={!isReady}>
            {t('release.create')}
          </Button>
        </>
      }
    >
      <form
        id="new-release"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void create();
        }}
      >
        <TextField label={t('release.name')} value={name} onChange={setName} maxLength={200} required />
        <TextField
          label={t('release.version')}
          hint={t('release.versionHint')}
          value={version}
          onChange={setVersion}
          maxLength={60}
        />
        <DatePicker
          label={t('release.plannedOn')}
          locale={locale}
          value={plannedOn}
          onChange={setPlannedOn}
        />
      </form>
    </Dialog>
  );
}
