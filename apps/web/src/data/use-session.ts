import type { SessionInfo } from '@throughline/contract';
import { useSyncExternalStore } from 'react';
import { useReplica } from './data-context.ts';

/** Who is here, with the spaces that may be read; drawn again when rights or fields change. */
export function useSession(): SessionInfo {
  const { session, onSession } = useReplica();
  return useSyncExternalStore(onSession, session);
}
