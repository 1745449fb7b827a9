import { makeApi, UnreachableError } from '@throughline/client';
import { Refusal } from '@throughline/contract';
import { t } from '../messages/area-t.ts';
import type { Account } from '../pages/account-fields.tsx';
import { JoinPage } from '../pages/join-page.tsx';
import type { Refusal as ShownRefusal } from '../pages/refusal.ts';
import { useGo, usePathPart } from '../router/router-context.ts';
import { useApp } from './app-context.ts';

export function JoinRoute() {
  const go = useGo();
  const secret = usePathPart('secret');
  const { session } = useApp();
  return (
    <JoinPage
      onJoin={async (joining) => {
        const refusal = await join(secret, joining);
        if (refusal !== undefined) return refusal;
        session.forget();
        go('/');
        return undefined;
      }}
    />
  );
}

async function join(secret: string, joining: Account): Promise<ShownRefusal | undefined> {
  const api = makeApi({ baseUrl: '', fetch: window.fetch.bind(window) });
  try {
    await api.call('POST', '/join', { body: { secret, ...joining } });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal)
      return error.code === 'expired'
        ? { message: t('join.expired'), fix: t('join.expiredFix') }
        : { message: error.body.message, fix: error.body.fix };
    if (error instanceof UnreachableError)
      return { message: t('connection.unreachable'), fix: t('connection.tryAgain') };
    throw error;
  }
}
