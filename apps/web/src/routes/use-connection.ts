import { useSyncExternalStore } from 'react';
import { useStatus } from '../data/data-context.ts';
import type { ConnectionState } from '../frame/frame-data.ts';

/** What the replica knows of the server, and the browser of the network. */
export function useConnection(): ConnectionState {
  const connection = useStatus((status) => status.connection);
  // While all is well nobody asks how many: a number that changes with each edit would draw the frame each time.
  const unsent = useStatus((status) => (status.connection === 'live' ? 0 : status.unsent));
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (connection === 'signed-out') return { state: 'signed-out', waitingChanges: unsent };
  if (!isOnline) return { state: 'offline', waitingChanges: unsent };
  if (connection === 'offline') return { state: 'reconnecting', waitingChanges: unsent };
  return { state: 'online' };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
