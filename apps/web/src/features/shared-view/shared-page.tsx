import { Refusal } from '@throughline/contract';
import { Button, EmptyState, Skeleton } from '@throughline/ui';
import { useEffect, useMemo, useState } from 'react';
import { useIsPhone } from '../../frame/use-is-phone.ts';
import { t } from '../../messages/area-t.ts';
import { CenteredPage } from '../../pages/centered-page.tsx';
import { fetchShared, sharedColumns, sharedGroups, sharedLookups, type SharedView } from './shared-data.ts';
import { SharedBoard } from './shared-board.tsx';
import { SharedCards, SharedTable } from './shared-list.tsx';

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly view: SharedView }
  | { readonly state: 'expired' }
  | { readonly state: 'failed' };

/** A view behind a secret link: read by anyone, without an account, and only what was chosen. */
export function SharedPage({ secret }: { readonly secret: string }) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    fetchShared(secret, leaving.signal).then(
      (view) => {
        document.title = view.title;
        setLoaded({ state: 'here', view });
      },
      (error: unknown) => {
        if (leaving.signal.aborted) return;
        setLoaded({ state: error instanceof Refusal && error.code === 'expired' ? 'expired' : 'failed' });
      },
    );
    return () => leaving.abort();
  }, [secret, tries]);
  switch (loaded.state) {
    case 'loading':
      return <SharedSkeleton />;
    case 'expired':
      return <CenteredPage title={t('shared.expired')} text={t('shared.expiredText')} />;
    case 'failed':
      return (
        <CenteredPage title={t('shared.failed')} text={t('connection.unreachable')}>
          <Button variant="primary" onClick={() => setTries(tries + 1)}>
            {t('connection.retry')}
          </Button>
        </CenteredPage>
      );
    case 'here':
      return <SharedContent view={loaded.view} />;
  }
}

function SharedContent({ view }: { readonly view: SharedView }) {
  const isPhone = useIsPhone();
  const parts = useMemo(
    () => ({ columns: sharedColumns(view), groups: sharedGroups(view), lookups: sharedLookups(view) }),
    [view],
  );
  const isBoard = view.layout === 'board' && view.groupBy !== null;
  return (
    <div className="flex h-dvh flex-col bg-canvas">
      <header className="flex shrink-0 items-baseline gap-3 border-b px-6 py-4 max-sm:px-4 max-sm:py-3">
        <h1 className="min-w-0 flex-1 text-title font-semibold wrap-break-word">{view.title}</h1>
        <span className="figures shrink-0 text-small text-muted">
          {t('shared.records', { count: view.items.length })}
        </span>
      </header>
      <main className="flex min-h-0 flex-1 flex-col">
        {view.items.length === 0 ? (
          <EmptyState title={t('shared.empty')} text={t('shared.emptyText')} />
        ) : isBoard ? (
          <SharedBoard {...parts} groupBy={view.groupBy} />
        ) : isPhone ? (
          <SharedCards {...parts} groupBy={view.groupBy} />
        ) : (
          <SharedTable {...parts} groupBy={view.groupBy} />
        )}
      </main>
      <footer className="shrink-0 border-t px-6 py-1.5 text-small text-muted max-sm:px-4">
        {t('shared.by')}
      </footer>
    </div>
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
