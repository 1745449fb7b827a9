import { Button, TextField } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../messages/area-t.ts';
import { CenteredPage } from './centered-page.tsx';
import { RefusalBanner } from './refusal-banner.tsx';
import type { Refusal } from './refusal.ts';
import { useSubmit } from './use-submit.ts';

export interface FirstAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly workspaceName: string;
}

export interface FirstRunPageProps {
  readonly onCreate: (account: FirstAccount) => Promise<Refusal | undefined>;
}

const shortestPassword = 10;

/** The first page of a new installation: makes the administrator and the workspace. */
export function FirstRunPage({ onCreate }: FirstRunPageProps) {
  const [account, setAccount] = useState<FirstAccount>({
    name: '',
    email: '',
    password: '',
    workspaceName: '',
  });
  const { isBusy, refusal, handleSubmit } = useSubmit(() => onCreate(account));
  const set = (field: keyof FirstAccount) => (value: string) => setAccount({ ...account, [field]: value });
  const missing = shortestPassword - account.password.length;
  const passwordNote =
    account.password !== '' && missing > 0
      ? t('firstRun.passwordTooShort', { count: missing })
      : t('firstRun.passwordHint');
  return (
    <CenteredPage title={t('firstRun.title')} text={t('firstRun.intro')}>
      <form onSubmit={handleSubmit} className="flex flex-col gap-4">
        <RefusalBanner refusal={refusal} />
        <TextField
          label={t('firstRun.name')}
          autoComplete="name"
          required
          size="large"
          value={account.name}
          onChange={set('name')}
        />
        <TextField
          label={t('firstRun.email')}
          type="email"
          autoComplete="username"
          required
          size="large"
          value={account.email}
          onChange={set('email')}
        />
        <TextField
          label={t('firstRun.password')}
          type="password"
          autoComplete="new-password"
          minLength={shortestPassword}
          required
          size="large"
          hint={passwordNote}
          value={account.password}
          onChange={set('password')}
        />
        <TextField
          label={t('firstRun.workspace')}
          autoComplete="organization"
          required
          size="large"
          hint={t('firstRun.workspaceHint')}
          value={account.workspaceName}
          onChange={set('workspaceName')}
        />
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t('firstRun.busy') : t('firstRun.submit')}
        </Button>
      </form>
    </CenteredPage>
  );
}
