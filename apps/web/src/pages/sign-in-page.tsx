import { Button, TextField } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../messages/area-t.ts';
import { CenteredPage } from './centered-page.tsx';
import { RefusalBanner } from './refusal-banner.tsx';
import type { Refusal } from './refusal.ts';
import { useSubmit } from './use-submit.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface SignInPageProps {
  /** Left out while nobody has signed in here: the server tells it to members only. */
  readonly workspaceName?: string;
  /** Answers why it was refused; nothing when it worked. */
  readonly onSignIn: (credentials: Credentials) => Promise<Refusal | undefined>;
}

export function SignInPage({ workspaceName, onSignIn }: SignInPageProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { isBusy, refusal, handleSubmit } = useSubmit(() => onSignIn({ email, password }));
  return (
    <CenteredPage
      title={t('signIn.title')}
      {...(workspaceName !== undefined && { text: t('signIn.to', { workspace: workspaceName }) })}
    >
      <form onSubmit={handleSubmit} className="flex flex-col gap-4">
        <RefusalBanner refusal={refusal} />
        <TextField
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          size="large"
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          required
          size="large"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t('signIn.busy') : t('signIn.submit')}
        </Button>
        <p className="text-small text-muted">{t('signIn.help')}</p>
      </form>
    </CenteredPage>
  );
}
