import { Banner, Button } from '@throughline/ui';
import { t } from '../messages/t.ts';
import type { ConnectionState } from './frame-data.ts';

export interface ConnectionBannerProps {
  readonly connection: ConnectionState;
  readonly onRetry: () => void;
}

/** Nothing while all is well; work goes on in every state, so it only tells. */
export function ConnectionBanner({ connection, onRetry }: ConnectionBannerProps) {
  if (connection.state === 'online') return null;
  const retry = (
    <Button size="small" variant="secondary" onClick={onRetry}>
      {t('connection.retry')}
    </Button>
  );
  return (
    <Banner tone="warning" action={retry}>
      {textOf(connection)}
    </Banner>
  );
}

function textOf(connection: Exclude<ConnectionState, { state: 'online' }>): string {
  if (connection.state === 'reconnecting') return t('connection.reconnecting');
  const count = connection.waitingChanges;
  return count === 0 ? t('connection.offlineNothing') : t('connection.offline', { count });
}
