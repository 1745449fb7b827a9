import { Button, TextField } from '@throughline/ui';
import { KeyRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { t } from '../../messages/area-t.ts';
import type { Declared } from './connection-needs.ts';

export interface ConnectionSecretsProps {
  /** Of the API. */
  readonly collection: 'connections' | 'mailboxes';
  readonly id: string;
  readonly name: string;
  readonly declared: readonly Declared[];
  /** Which there are; what they are is told to nobody. */
  readonly kept: readonly string[];
}

/** Secrets go one way: what is typed takes the place of what is kept. */
export function ConnectionSecrets({ collection, id, name, declared, kept }: ConnectionSecretsProps) {
  const { act, isBusy } = useAct();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const given = Object.entries(typed).filter(([, text]) => text.trim() !== '');
  if (declared.length === 0) return null;
  async function keep(event: FormEvent) {
    event.preventDefault();
    const body = Object.fromEntries(given);
    const message = t('channel.saved', { name });
    if (await act({ method: 'POST', path: `/${collection}/${id}/secrets`, body, message })) setTyped({});
  }
  return (
    <form onSubmit={(event) => void keep(event)} className="grid items-start gap-3 sm:grid-cols-2">
      {declared.map(({ key, label, example, isOptional }) => (
        <TextField
          key={key}
          type="password"
          autoComplete="off"
          label={isOptional ? t('connection.optional', { label }) : label}
          placeholder={example}
          hint={kept.includes(key) ? t('connection.kept') : t('connection.missing')}
          value={typed[key] ?? ''}
          onChange={(text) => setTyped({ ...typed, [key]: text })}
        />
      ))}
      <Button
        type="submit"
        icon={<KeyRound size={14} />}
        className="justify-self-start"
        disabled={isBusy || given.length === 0}
      >
        {t('connection.keep')}
      </Button>
    </form>
  );
}
