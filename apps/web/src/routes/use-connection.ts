import { useSyncExternalStore } from 'react';
import type { ConnectionState } from '../frame/frame-data.ts';

const online: ConnectionState = { state: 'online' };
const offline: ConnectionState = { state: 'offline', waitingChanges: 0 };

/** What the browser knows of the network. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(subscribe, () => (navigator.onLine ? online : offline));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
