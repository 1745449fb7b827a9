import { Banner, Button } from '@throughline/ui';
import { t } from '../messages/t.ts';
import type { ConnectionState } from './frame-data.ts';

export interface ConnectionBannerProps {
  readonly connection: ConnectionState;
  readonly onRetry: () => void;
  readonly onSignIn?: (() => void) | undefined;
}

/** Nothing while all is well; work goes on in every state, so it only tells. */
export function ConnectionBanner({ connection, onRetry, onSignIn }: ConnectionBannerProps) {
  if (connection.state === 'online') return null;
  const isSignedOut = connection.state === 'signed-out';
  const action = (
    <Button size="small" variant="secondary" onClick={isSignedOut ? onSignIn : onRetry}>
      {isSignedOut ? t('connection.signIn') : t('connection.retry')}
    </Button>
  );
  return (
    <Banner tone="warning" action={action}>
      {textOf(connection)}
    </Banner>
  );
}

function textOf(connection: Exclude<ConnectionState, { state: 'online' }>): string {
  const count = connection.waitingChanges;
  if (connection.state === 'signed-out')
    return count === 0 ? t('connection.signedOutNothing') : t('connection.signedOut', { count });
  if (connection.state === 'reconnecting')
    return count === 0 ? t('connection.reconnectingNothing') : t('connection.reconnecting', { count });
  return count === 0 ? t('connection.offlineNothing') : t('connection.offline', { count });
}
