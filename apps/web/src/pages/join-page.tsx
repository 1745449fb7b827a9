import { Button, TextField } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../messages/area-t.ts';
import { CenteredPage } from './centered-page.tsx';
import { RefusalBanner } from './refusal-banner.tsx';
import type { Refusal } from './refusal.ts';
import { useSubmit } from './use-submit.ts';

export interface Joining {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface JoinPageProps {
  /** Answers why it was refused; nothing when it worked. */
  readonly onJoin: (joining: Joining) => Promise<Refusal | undefined>;
}

const shortestPassword = 10;

/** Behind an invitation link: makes an account, or takes the one that the address has. */
export function JoinPage({ onJoin }: JoinPageProps) {
  const [joining, setJoining] = useState<Joining>({ name: '', email: '', password: '' });
  const { isBusy, refusal, handleSubmit } = useSubmit(() => onJoin(joining));
  const set = (field: keyof Joining) => (value: string) => setJoining({ ...joining, [field]: value });
  return (
    <CenteredPage title={t('join.title')} text={t('join.intro')}>
      <form onSubmit={handleSubmit} className="flex flex-col gap-4">
        <RefusalBanner refusal={refusal} />
        <TextField
          label={t('firstRun.name')}
          autoComplete="name"
          required
          size="large"
          value={joining.name}
          onChange={set('name')}
        />
        <TextField
          label={t('firstRun.email')}
          type="email"
          autoComplete="username"
          required
          size="large"
          value={joining.email}
          onChange={set('email')}
        />
        <TextField
          label={t('firstRun.password')}
          type="password"
          autoComplete="new-password"
          minLength={shortestPassword}
          required
          size="large"
          hint={t('join.passwordHint')}
          value={joining.password}
          onChange={set('password')}
        />
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t('join.busy') : t('join.submit')}
        </Button>
      </form>
    </CenteredPage>
  );
}
