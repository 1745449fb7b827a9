import { lazyInPlace } from '@throughline/ui';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { DownloadMeterContext, type DownloadMeter } from '../data/download-meter.ts';
import { NavigateContext } from '../frame/app-link.tsx';
import { StartingFrame } from '../frame/starting-frame.tsx';
import type { ErrorPageProps } from '../pages/error-page.tsx';
import type { AddressBar } from '../router/address-bar.ts';
import { ErrorBoundary } from '../router/error-boundary.tsx';
import { RouterContext } from '../router/router-context.ts';
import { AppContext, type AppParts } from './app-context.ts';
import type { AppRoute } from './app-routes.ts';
import { OpenedWorkspace } from './opened-workspace.tsx';
import { useShownPage } from './use-shown-page.ts';

const ErrorPage = lazyInPlace<ErrorPageProps>(
  async () => (await import('../pages/error-page.tsx')).ErrorPage,
  null,
);
const Frame = lazyInPlace<{ readonly children: ReactNode }>(
  async () => (await import('./frame-route.tsx')).FrameRoute,
  <StartingFrame />,
);

export interface AppProps {
  readonly bar: AddressBar;
  readonly parts: AppParts;
  readonly meter: DownloadMeter;
}

export function App({ bar, parts, meter }: AppProps) {
  const address = useSyncExternalStore(bar.subscribe, bar.current);
  const shown = useShownPage(address);
  const router = useMemo(
    () => ({ bar, address: shown.address, parts: shown.parts }),
    [bar, shown.address, shown.parts],
  );
  return (
    <AppContext value={parts}>
      <DownloadMeterContext value={meter}>
        <NavigateContext value={bar.go}>
          <RouterContext value={router}>
            <ErrorBoundary place={shown.address.href} fallback={showError}>
              {shown.error === undefined ? (
                <Page place={shown.place} bar={bar}>
                  {shown.Screen && <shown.Screen />}
                </Page>
              ) : (
                showError(shown.error)
              )}
            </ErrorBoundary>
          </RouterContext>
        </NavigateContext>
      </DownloadMeterContext>
    </AppContext>
  );
}

interface PageProps {
  readonly place: AppRoute['place'];
  readonly bar: AddressBar;
  readonly children: ReactNode;
}

function Page({ place, bar, children }: PageProps) {
  if (place === 'outside') return children;
  return (
    <OpenedWorkspace bar={bar}>{place === 'frame' ? <Frame>{children}</Frame> : children}</OpenedWorkspace>
  );
}

function showError(error: unknown): ReactNode {
  return <ErrorPage error={error} onReload={() => location.reload()} onHome={goHome} />;
}

/** By a full load: after an error nothing in memory is trusted. */
function goHome(): void {
  location.assign('/');
}
