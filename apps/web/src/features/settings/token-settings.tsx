import { Button, Select, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useSession } from '../../data/use-session.ts';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import { SettingGroup, ShownOnce } from './setting-parts.tsx';
import { useAct } from '../../answers/use-act.ts';

const scopeSets = {
  all: ['*'],
  read: ['*:read'],
  feedback: ['feedback:create', 'contact:create', 'company:create', '*:read'],
} as const;
type ScopeSet = keyof typeof scopeSets;

/** Keys for programs: each acts for the person who made it. */
export function TokenSettings() {
  const { person } = useSession();
  const { body, reload } = useAnswer('/tokens?limit=200&sort=-createdAt');
  const { act } = useAct();
  const [secret, setSecret] = useState<string>();
  const tokens = readItems(body)?.filter(
    (token) => token['person'] === person.id && token['revokedAt'] === undefined,
  );
  async function create(name: string, scopes: ScopeSet) {
    const made = await act({
      method: 'POST',
      path: '/tokens',
      body: { name, scopes: [...scopeSets[scopes]] },
    });
    if (made) setSecret(readText(made['secret']));
    reload();
  }
  async function revoke(id: string) {
    await act({ method: 'POST', path: `/tokens/${id}/revoke` });
    reload();
  }
  return (
    <>
      <NewToken onCreate={(name, scopes) => void create(name, scopes)} />
      {secret !== undefined && (
        <ShownOnce label={t('settings.token')} secret={secret} hint={t('settings.tokenOnce')} />
      )}
      {tokens !== undefined && tokens.length > 0 && (
        <SettingGroup title={t('settings.yourTokens')}>
          <ul className="divide-y border-y">
            {tokens.map((token) => {
              const made = readMoment(token['createdAt']);
              const name = readText(token['name']);
              return (
                <li key={readText(token['id'])} className="flex items-center gap-3 py-2">
                  <div className="min-w-0 flex-1">
                    <p className="truncate font-medium">{name}</p>
                    <p className="text-small text-muted">
                      {readTexts(token['scopes']).join(', ')}
                      {made && ` · ${formatMoment(made, locale).short}`}
                    </p>
                  </div>
                  <Button
                    size="small"
                    aria-label={t('settings.revokeToken', { name })}
                    onClick={() => void revoke(readText(token['id']))}
                  >
                    {t('share.revoke')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </SettingGroup>
      )}
    </>
  );
}

function NewToken({ onCreate }: { readonly onCreate: (name: string, scopes: ScopeSet) => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<ScopeSet>('all');
  function create(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    onCreate(name.trim(), scopes);
    setName('');
  }
  return (
    <form onSubmit={create} className="flex flex-wrap items-end gap-3">
      <div className="min-w-48 flex-1">
        <TextField
          label={t('settings.tokenName')}
          placeholder={t('settings.tokenExample')}
          value={name}
          onChange={setName}
          required
        />
      </div>
      <div className="w-52">
        <Select
          label={t('settings.scopes')}
          items={(['all', 'read', 'feedback'] as const).map((value) => ({
            value,
            label: t(`settings.scopes.${value}`),
          }))}
          value={scopes}
          onChange={setScopes}
        />
      </div>
      <Button type="submit" variant="primary">
        {t('settings.createToken')}
      </Button>
    </form>
  );
}
