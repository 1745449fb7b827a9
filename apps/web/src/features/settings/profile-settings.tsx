import { Banner, Button, Segmented, showToast, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { useRecord } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { setTheme, themes, useTheme } from '../../theme/theme.ts';
import { CommitField, SettingGroup } from './setting-parts.tsx';
import { useAct } from '../../answers/use-act.ts';

export function ProfileSettings() {
  const { person } = useSession();
  const values = useRecord('person', person.id);
  const { act } = useAct();
  const theme = useTheme();
  const change = (body: { readonly name: string } | { readonly title: string }) =>
    void act({ method: 'PATCH', path: `/people/${person.id}`, body, message: t('settings.profileSaved') });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <CommitField
          label={t('firstRun.name')}
          value={readText(values?.['name']) || person.name}
          required
          onCommit={(name) => change({ name })}
        />
        <CommitField
          label={t('settings.jobTitle')}
          value={readText(values?.['title'])}
          onCommit={(title) => change({ title })}
        />
        <TextField label={t('firstRun.email')} value={person.email} onChange={() => undefined} disabled />
      </div>
      <SettingGroup title={t('theme.label')}>
        <div>
          <Segmented
            label={t('theme.label')}
            items={themes.map((id) => ({ id, label: t(`theme.${id}`) }))}
            value={theme}
            onChange={setTheme}
          />
        </div>
      </SettingGroup>
      <PasswordForm />
    </>
  );
}

const shortest = 10;

function PasswordForm() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<string>();
  async function change(event: FormEvent) {
    event.preventDefault();
    setProblem(undefined);
    const refused = await changePassword(current, next);
    if (refused !== undefined) return setProblem(refused);
    setCurrent('');
    setNext('');
    showToast({ title: t('settings.passwordChanged'), tone: 'success' });
  }
  return (
    <SettingGroup title={t('settings.password')} text={t('settings.passwordText')}>
      <form onSubmit={(event) => void change(event)} className="flex flex-col gap-4">
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('settings.currentPassword')}
            type="password"
            autoComplete="current-password"
            required
            value={current}
            onChange={setCurrent}
          />
          <TextField
            label={t('settings.newPassword')}
            type="password"
            autoComplete="new-password"
            required
            minLength={shortest}
            hint={t('firstRun.passwordHint')}
            value={next}
            onChange={setNext}
          />
        </div>
        <Button type="submit" className="self-start">
          {t('settings.changePassword')}
        </Button>
      </form>
    </SettingGroup>
  );
}

/** By the route of the auth library; other sessions of the person end. Answers why it was refused. */
async function changePassword(currentPassword: string, newPassword: string): Promise<string | undefined> {
  try {
    const response = await fetch('/api/auth/change-password', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ currentPassword, newPassword, revokeOtherSessions: true }),
    });
    return response.ok ? undefined : t('settings.passwordWrong');
  } catch {
    // The network is down: what was typed stays.
    return t('connection.unreachable');
  }
}
