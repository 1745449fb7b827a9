import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { NavigateContext } from '../frame/app-link.tsx';

const ErrorPage = lazy(async () => ({ default: (await import('../pages/error-page.tsx')).ErrorPage }));
const NotFoundPage = lazy(async () => ({
  default: (await import('../pages/not-found-page.tsx')).NotFoundPage,
}));

export function RootRoute() {
  const router = useRouter();
  return (
    <NavigateContext value={(href) => void router.navigate({ href })}>
      <Suspense>
        <Outlet />
      </Suspense>
    </NavigateContext>
  );
}

export function ErrorRoute({ error }: { readonly error: unknown }) {
  return (
    <Suspense>
      <ErrorPage error={error} onReload={() => location.reload()} onHome={goHome} />
    </Suspense>
  );
}

export function NotFoundRoute() {
  return (
    <Suspense>
      <NotFoundPage onHome={goHome} />
    </Suspense>
  );
}

/** By a full load: after an error nothing in memory is trusted. */
function goHome(): void {
  location.assign('/');
}
