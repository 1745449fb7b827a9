import { SPACE_ACCESS, type SpaceAccess } from '@throughline/model';
import { Button, Select, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { useSession } from '../../data/use-session.ts';
import { t } from '../../messages/area-t.ts';
import { suggestKey } from './suggest-key.ts';
import { useAct } from './use-act.ts';

/** A space with its key, which begins the keys of its records and stays. */
export function NewSpaceForm({ onCreated }: { readonly onCreated?: (key: string) => void }) {
  const act = useAct();
  const taken = useSession().spaces.map(({ key }) => key);
  const [name, setName] = useState('');
  const [typedKey, setKey] = useState<string>();
  const [access, setAccess] = useState<SpaceAccess>('open');
  const key = typedKey ?? suggestKey(name, taken);

  async function create(event: FormEvent) {
    event.preventDefault();
    const made = await act({ method: 'POST', path: '/spaces', body: { name: name.trim(), key, access } });
    if (!made) return;
    setName('');
    setKey(undefined);
    onCreated?.(key);
  }
  return (
    <form
      onSubmit={(event) => void create(event)}
      className="grid items-end gap-3 sm:grid-cols-[2fr_7rem_1.5fr_auto]"
    >
      <TextField label={t('settings.newSpace')} required value={name} onChange={setName} />
      <TextField
        label={t('settings.key')}
        required
        value={key}
        onChange={(text) => setKey(text.toUpperCase())}
      />
      <Select
        label={t('settings.access')}
        items={SPACE_ACCESS.map((value) => ({ value, label: t(`access.${value}`) }))}
        value={access}
        onChange={setAccess}
      />
      <Button type="submit" variant="primary" disabled={name.trim() === ''}>
        {t('settings.create')}
      </Button>
    </form>
  );
}
