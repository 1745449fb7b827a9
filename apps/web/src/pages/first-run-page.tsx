import { Button, TextField } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../messages/area-t.ts';
import { AccountFields, shortestPassword, type Account } from './account-fields.tsx';
import { CenteredPage } from './centered-page.tsx';
import { RefusalBanner } from './refusal-banner.tsx';
import type { Refusal } from './refusal.ts';
import { useSubmit } from './use-submit.ts';

export interface FirstAccount extends Account {
  readonly workspaceName: string;
}

export interface FirstRunPageProps {
  readonly onCreate: (account: FirstAccount) => Promise<Refusal | undefined>;
}

/** The first page of a new installation: makes the administrator and the workspace. */
export function FirstRunPage({ onCreate }: FirstRunPageProps) {
  const [account, setAccount] = useState<FirstAccount>({
    name: '',
    email: '',
    password: '',
    workspaceName: '',
  });
  const { isBusy, refusal, handleSubmit } = useSubmit(() => onCreate(account));
  const change = (part: Partial<FirstAccount>) => setAccount({ ...account, ...part });
  const missing = shortestPassword - account.password.length;
  const passwordNote =
    account.password !== '' && missing > 0
      ? t('firstRun.passwordTooShort', { count: missing })
      : t('firstRun.passwordHint');
  return (
    <CenteredPage title={t('firstRun.title')} text={t('firstRun.intro')}>
      <form onSubmit={handleSubmit} className="flex flex-col gap-4">
        <RefusalBanner refusal={refusal} />
        <AccountFields account={account} onChange={change} passwordHint={passwordNote} />
        <TextField
          label={t('firstRun.workspace')}
          autoComplete="organization"
          required
          size="large"
          hint={t('firstRun.workspaceHint')}
          value={account.workspaceName}
          onChange={(workspaceName) => change({ workspaceName })}
        />
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t('firstRun.busy') : t('firstRun.submit')}
        </Button>
      </form>
    </CenteredPage>
  );
}
