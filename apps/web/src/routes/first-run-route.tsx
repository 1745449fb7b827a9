import { FirstRunPage } from '../pages/first-run-page.tsx';
import { useGo } from '../router/router-context.ts';
import { useApp } from './app-context.ts';

export function FirstRunRoute() {
  const go = useGo();
  const { session } = useApp();
  return (
    <FirstRunPage
      onCreate={async (account) => {
        const refusal = await session.setUp(account);
        if (refusal === undefined) go('/start');
        return refusal;
      }}
    />
  );
}
