import { getRouteApi, useRouter } from '@tanstack/react-router';
import { FirstRunPage } from '../pages/first-run-page.tsx';

const route = getRouteApi('/first-run');

export function FirstRunRoute() {
  const router = useRouter();
  const { session } = route.useRouteContext();
  return (
    <FirstRunPage
      onCreate={async (account) => {
        const refusal = await session.setUp(account);
        if (refusal === undefined) await router.navigate({ to: '/start' });
        return refusal;
      }}
    />
  );
}
