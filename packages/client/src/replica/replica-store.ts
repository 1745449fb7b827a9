/** Where a replica lives between visits. */
import type { SessionInfo, Snapshot, SyncEvent } from '@throughline/contract';
import { openDB, type DBSchema } from 'idb';
import type { Mutation } from './mutation.ts';

export type StoredReplica = {
  readonly session: SessionInfo | null;
  readonly snapshots: readonly Snapshot[];
  /** Events after the snapshots, in order. */
  readonly events: readonly SyncEvent[];
  readonly mutations: readonly Mutation[];
};

export type ReplicaStore = {
  readonly load: () => Promise<StoredReplica>;
  readonly saveSession: (session: SessionInfo) => Promise<void>;
  readonly saveSnapshot: (snapshot: Snapshot) => Promise<void>;
  readonly dropSnapshot: (space: string) => Promise<void>;
  readonly addEvent: (event: SyncEvent) => Promise<void>;
  /** Forgets events that all snapshots are past. */
  readonly dropEvents: (upTo: number) => Promise<void>;
  /** Resolves when the mutation is on the disk. */
  readonly saveMutation: (mutation: Mutation) => Promise<void>;
  readonly dropMutation: (key: string) => Promise<void>;
  readonly clear: () => Promise<void>;
};

interface Schema extends DBSchema {
  session: { key: string; value: SessionInfo };
  snapshot: { key: string; value: Snapshot };
  event: { key: number; value: SyncEvent };
  mutation: { key: string; value: Mutation & { order: number } };
}

const WORKSPACE = 'workspace';

/** In the browser's IndexedDB, one database a workspace and person. */
export async function openBrowserStore(name: string): Promise<ReplicaStore> {
  const db = await openDB<Schema>(`throughline ${name}`, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('session');
      fresh.createObjectStore('snapshot');
      fresh.createObjectStore('event');
      fresh.createObjectStore('mutation');
    },
  });
  let order = 0;
  return {
    load: async () => {
      const mutations = (await db.getAll('mutation')).toSorted((a, b) => a.order - b.order);
      order = mutations.at(-1)?.order ?? 0;
      return {
        session: (await db.get('session', WORKSPACE)) ?? null,
        snapshots: await db.getAll('snapshot'),
        events: await db.getAll('event'),
        mutations: mutations.map(({ order: _order, ...mutation }) => mutation),
      };
    },
    saveSession: async (session) => void (await db.put('session', session, WORKSPACE)),
    saveSnapshot: async (snapshot) => void (await db.put('snapshot', snapshot, snapshot.space ?? WORKSPACE)),
    dropSnapshot: (space) => db.delete('snapshot', space),
    addEvent: async (event) => void (await db.put('event', event, event.seq)),
    dropEvents: async (upTo) => {
      for (const seq of await db.getAllKeys('event')) if (seq <= upTo) await db.delete('event', seq);
    },
    saveMutation: async (mutation) => {
      const tx = db.transaction('mutation', 'readwrite', { durability: 'strict' });
      const known = await tx.store.get(mutation.key);
      await tx.store.put({ ...mutation, order: known?.order ?? ++order }, mutation.key);
      await tx.done;
    },
    dropMutation: (key) => db.delete('mutation', key),
    clear: async () => {
      for (const store of ['session', 'snapshot', 'event', 'mutation'] as const) await db.clear(store);
    },
  };
}

/** For programs that keep nothing. */
export function makeMemoryStore(): ReplicaStore {
  let session: SessionInfo | null = null;
  const snapshots = new Map<string, Snapshot>();
  const events = new Map<number, SyncEvent>();
  const mutations = new Map<string, Mutation>();
  return {
    load: async () => ({
      session,
      snapshots: [...snapshots.values()],
      events: [...events.values()],
      mutations: [...mutations.values()],
    }),
    saveSession: async (value) => void (session = value),
    saveSnapshot: async (snapshot) => void snapshots.set(snapshot.space ?? WORKSPACE, snapshot),
    dropSnapshot: async (space) => void snapshots.delete(space),
    addEvent: async (event) => void events.set(event.seq, event),
    dropEvents: async (upTo) => {
      for (const seq of events.keys()) if (seq <= upTo) events.delete(seq);
    },
    saveMutation: async (mutation) => void mutations.set(mutation.key, mutation),
    dropMutation: async (key) => void mutations.delete(key),
    clear: async () => {
      session = null;
      for (const map of [snapshots, events, mutations]) map.clear();
    },
  };
}
