import { Button, Dialog, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { t } from '../../messages/area-t.ts';

export interface RenameDialogProps {
  readonly name: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onRename: (name: string) => void;
}

export function RenameDialog({ name, open, onOpenChange, onRename }: RenameDialogProps) {
  const [text, setText] = useState(name);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === '') return;
    onRename(text.trim());
    onOpenChange(false);
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('bar.rename')} width="narrow">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField label={t('bar.name')} value={text} onChange={setText} required />
        <Button type="submit" variant="primary" disabled={text.trim() === ''}>
          {t('bar.rename')}
        </Button>
      </form>
    </Dialog>
  );
}
