/** One connection to the server: who is there, what is still missing, then every change as it comes. */
import type { SyncEvent } from '@throughline/contract';
import type { Api } from '../api.ts';
import { readStream, type StreamListener } from './open-stream.ts';
import type { ReplicaLoader } from './replica-loader.ts';
import type { ReplicaStore } from './replica-store.ts';

export type FollowOptions = {
  readonly api: Api;
  readonly store: ReplicaStore;
  readonly loader: ReplicaLoader;
  readonly signal: AbortSignal;
  /** The newest position of the log that is known here. */
  readonly seq: () => number;
  /** The server has said that the session is the replica's own person. */
  readonly onPerson: () => void;
  readonly onOpen: () => void;
  readonly takeEvent: (event: SyncEvent) => void;
  readonly outdates: (event: SyncEvent) => boolean;
};

/** Resolves or throws when the connection ends. */
export async function followLog(options: FollowOptions): Promise<void> {
  const { loader, seq, signal, onPerson } = options;
  await loader.loadSession();
  onPerson();
  for (let isRenewed = true; isRenewed && !signal.aborted;) {
    await loader.loadSnapshots();
    await loader.renewSnapshots(seq());
    isRenewed = await followStream(options);
  }
}

/** True when it ended because there are snapshots to read. */
async function followStream(options: FollowOptions): Promise<boolean> {
  const { api, store, loader, seq, onOpen, takeEvent, outdates } = options;
  const renewal = new AbortController();
  const signal = AbortSignal.any([options.signal, renewal.signal]);
  const listener: StreamListener = {
    onOpen,
    onEvent: (event) => {
      takeEvent(event);
      loader.countEvent();
      void store.addEvent(event);
      if (outdates(event)) renewal.abort();
    },
    onSession: () => {
      const before = loader.session()?.spaces.length;
      const renew = (): void => renewal.abort();
      void loader.loadSession().then(() => {
        if (loader.session()?.spaces.length !== before) renew();
      }, renew);
    },
  };
  await readStream(api, Math.max(seq(), loader.oldest()), { signal, listener }).catch((error: unknown) => {
    if (!renewal.signal.aborted) throw error;
  });
  return renewal.signal.aborted;
}
