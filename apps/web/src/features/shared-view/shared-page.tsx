import { Refusal } from '@throughline/contract';
import { Button, Skeleton, TextField } from '@throughline/ui';
import { useEffect, useState, type FormEvent } from 'react';
import { t } from '../../messages/area-t.ts';
import { CenteredPage } from '../../pages/centered-page.tsx';
import { SharedContent } from './shared-content.tsx';
import { fetchShared, unlockShared, type SharedPage as Page } from './shared-data.ts';

type Loaded =
  | { readonly state: 'loading' | 'locked' | 'expired' | 'failed' }
  | { readonly state: 'here'; readonly page: Page };

/** A published page: read by anyone, without an account, and only what was chosen. `secret` may be a public address. */
export function SharedPage({ secret }: { readonly secret: string }) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    fetchShared(secret, leaving.signal).then(
      (page) => {
        document.title = page.title;
        setLoaded({ state: 'here', page });
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setLoaded({ state: stateOf(error) });
      },
    );
    return () => leaving.abort();
  }, [secret, tries]);
  switch (loaded.state) {
    case 'loading':
      return <SharedSkeleton />;
    case 'locked':
      return (
        <LockedPage
          onPassword={(password) =>
            unlockShared(secret, password).then(
              () => setTries(tries + 1),
              (error: unknown) => setLoaded({ state: stateOf(error) }),
            )
          }
        />
      );
    case 'expired':
      return (
        <CenteredPage title={t('shared.expired')} text={t('shared.expiredText')}>
          <Button onClick={() => setTries(tries + 1)}>{t('shared.tryAgain')}</Button>
        </CenteredPage>
      );
    case 'failed':
      return (
        <CenteredPage title={t('shared.failed')} text={t('connection.unreachable')}>
          <Button variant="primary" onClick={() => setTries(tries + 1)}>
            {t('connection.retry')}
          </Button>
        </CenteredPage>
      );
    case 'here':
      return <SharedContent page={loaded.page} />;
  }
}

function stateOf(error: unknown): 'locked' | 'expired' | 'failed' {
  if (!(error instanceof Refusal)) return 'failed';
  if (error.code === 'unauthenticated') return 'locked';
  return error.code === 'expired' ? 'expired' : 'failed';
}

function LockedPage({ onPassword }: { readonly onPassword: (password: string) => Promise<void> }) {
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  function open(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    void onPassword(password);
  }
  return (
    <CenteredPage title={t('shared.locked')} text={t('shared.lockedText')}>
      <form onSubmit={open} className="flex flex-col gap-3">
        <TextField
          label={t('shared.password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="primary" disabled={isBusy || password === ''}>
          {t('shared.open')}
        </Button>
      </form>
    </CenteredPage>
  );
}

function SharedSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-3 p-6">
      <Skeleton className="h-6 w-64" />
      {Array.from({ length: 12 }, (_, index) => (
        <Skeleton key={index} className="h-5 w-full" />
      ))}
    </div>
  );
}
