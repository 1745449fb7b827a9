import { Button } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../messages/area-t.ts';
import { AccountFields, type Account } from './account-fields.tsx';
import { CenteredPage } from './centered-page.tsx';
import { RefusalBanner } from './refusal-banner.tsx';
import type { Refusal } from './refusal.ts';
import { useSubmit } from './use-submit.ts';

export interface JoinPageProps {
  /** Answers why it was refused; nothing when it worked. */
  readonly onJoin: (joining: Account) => Promise<Refusal | undefined>;
}

/** Behind an invitation link: makes an account, or takes the one that the address has. */
export function JoinPage({ onJoin }: JoinPageProps) {
  const [joining, setJoining] = useState<Account>({ name: '', email: '', password: '' });
  const { isBusy, refusal, handleSubmit } = useSubmit(() => onJoin(joining));
  return (
    <CenteredPage title={t('join.title')} text={t('join.intro')}>
      <form onSubmit={handleSubmit} className="flex flex-col gap-4">
        <RefusalBanner refusal={refusal} />
        <AccountFields
          account={joining}
          onChange={(part) => setJoining({ ...joining, ...part })}
          passwordHint={t('join.passwordHint')}
        />
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t('join.busy') : t('join.submit')}
        </Button>
      </form>
    </CenteredPage>
  );
}
