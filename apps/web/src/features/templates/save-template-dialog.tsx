import { Button, Dialog, Select, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { tryIt } from '../../answers/use-answer.ts';
import { t } from '../../messages/area-t.ts';

export interface SaveTemplateDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly kind: 'space' | 'view';
  /** Id of the space or view that is kept. */
  readonly from: string;
  readonly space: string;
  readonly name: string;
}

/** Keeps a space or a view as one’s own template. */
export function SaveTemplateDialog(props: SaveTemplateDialogProps) {
  const { open, onOpenChange, kind } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('templates.save')}
      description={t(kind === 'space' ? 'templates.saveSpaceText' : 'templates.saveViewText')}
    >
      {open && <SaveForm {...props} />}
    </Dialog>
  );
}

function SaveForm({ onOpenChange, from, space, name: startName }: SaveTemplateDialogProps) {
  const { replica, writer, rights } = useWorkspace();
  const [name, setName] = useState(startName);
  const [about, setAbout] = useState('');
  const [emoji, setEmoji] = useState('🧩');
  const mayEverywhere = rights.may('create', 'template', {});
  const [offered, setOffered] = useState<'everywhere' | 'here'>(mayEverywhere ? 'everywhere' : 'here');
  async function save(event: FormEvent) {
    event.preventDefault();
    const place = offered === 'here' ? { in: space } : {};
    const isDone = await tryIt(async () => {
      const texts = { about: about.trim() || null, emoji: emoji.trim() || null };
      const body = { from, name: name.trim(), ...texts, ...place };
      const { cause } = await replica.call('POST', '/templates', { body });
      if (cause !== null) writer.offerUndo(cause, t('templates.kept', { name }));
    });
    if (isDone) onOpenChange(false);
  }
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <div className="grid grid-cols-[1fr_5rem] gap-3">
        <TextField label={t('templates.name')} required maxLength={200} value={name} onChange={setName} />
        <TextField label={t('templates.emoji')} maxLength={20} value={emoji} onChange={setEmoji} />
      </div>
      <TextField label={t('templates.about')} maxLength={2000} value={about} onChange={setAbout} />
      <Select
        label={t('templates.offered')}
        items={[
          { value: 'everywhere', label: t('templates.everywhere'), disabled: !mayEverywhere },
          { value: 'here', label: t('templates.here') },
        ]}
        value={offered}
        onChange={setOffered}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>{t('record.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={name.trim() === ''}>
          {t('templates.keep')}
        </Button>
      </div>
    </form>
  );
}
