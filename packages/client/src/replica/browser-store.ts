/** A replica in the browser's IndexedDB. Several tabs share one; they tell each other what they write. */
import type { SessionInfo, Snapshot, SyncEvent } from '@throughline/contract';
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Mutation } from './mutation.ts';
import {
  WORKSPACE_KEY,
  type ReplicaStore,
  type StoredRejection,
  type StoredReplica,
  type StoreNews,
} from './replica-store.ts';

interface Schema extends DBSchema {
  session: { key: string; value: SessionInfo };
  /** As texts: the browser copies one at once, and a hundred thousand records of thirty fields value by value. */
  snapshot: { key: string; value: KeptSnapshot };
  event: { key: number; value: SyncEvent };
  mutation: { key: string; value: Mutation & { order: number } };
  rejection: { key: string; value: StoredRejection };
}

type KeptSnapshot = { readonly seq: number; readonly json: string };

const VERSION = 3;
/** Taking a large text in holds up the browser for seconds: what it brought is painted before. */
const QUIET_MS = 2000;
const STORES = ['session', 'snapshot', 'event', 'mutation', 'rejection'] as const;

/** How the tabs of one browser that share a store reach each other. */
export type Tabs = Pick<ReplicaStore, 'onNews' | 'lead' | 'close'> & {
  readonly tell: (news: StoreNews) => void;
};

/** `name` says whose it is: one database a workspace and person. */
export async function openBrowserStore(name: string, tabs: Tabs): Promise<ReplicaStore> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(databaseName(name), VERSION, {
    upgrade: (fresh, before) => {
      // What another version kept is read from the server again; what was not sent yet stays.
      if (before > 0) for (const store of ['snapshot', 'event'] as const) fresh.deleteObjectStore(store);
      for (const store of STORES) {
        if (!fresh.objectStoreNames.contains(store)) fresh.createObjectStore(store);
      }
    },
    blocking: () => db.close(),
  });
  return {
    ...replicaParts(db),
    ...writeParts(db, tabs.tell),
    onNews: tabs.onNews,
    lead: tabs.lead,
    clear: async () => {
      for (const store of STORES) await db.clear(store);
    },
    close: () => {
      tabs.close();
      db.close();
    },
  };
}

/** Once every tab has closed it. */
export function deleteBrowserStore(name: string): void {
  void deleteDB(databaseName(name));
}

function databaseName(name: string): string {
  return `throughline ${name}`;
}

type ReplicaParts = Pick<
  ReplicaStore,
  'load' | 'saveSession' | 'saveSnapshot' | 'dropSnapshot' | 'addEvent' | 'dropEvents'
>;

function replicaParts(db: IDBPDatabase<Schema>): ReplicaParts {
  return {
    load: () => load(db),
    saveSession: async (session) => void (await db.put('session', session, WORKSPACE_KEY)),
    saveSnapshot: async (snapshot, json = JSON.stringify(snapshot)) => {
      if (snapshot.space !== null) await sleep(QUIET_MS);
      const key = snapshot.space ?? WORKSPACE_KEY;
      const tx = db.transaction('snapshot', 'readwrite');
      const kept = await tx.store.get(key);
      // A second tab may be ahead, and has then forgotten the events between.
      if (kept === undefined || kept.seq < snapshot.seq) await tx.store.put({ seq: snapshot.seq, json }, key);
      await tx.done;
    },
    dropSnapshot: (space) => db.delete('snapshot', space),
    addEvent: async (event) => void (await db.put('event', event, event.seq)),
    dropEvents: async (upTo) => {
      const tx = db.transaction('event', 'readwrite');
      for (const seq of await tx.store.getAllKeys()) if (seq <= upTo) void tx.store.delete(seq);
      await tx.done;
    },
  };
}

/** In one transaction: another tab may be replacing events by newer snapshots. */
async function load(db: IDBPDatabase<Schema>): Promise<StoredReplica> {
  const tx = db.transaction(STORES);
  const [session, snapshots, events, mutations, rejections] = await Promise.all([
    tx.objectStore('session').get(WORKSPACE_KEY),
    tx.objectStore('snapshot').getAll(),
    tx.objectStore('event').getAll(),
    tx.objectStore('mutation').getAll(),
    tx.objectStore('rejection').getAll(),
  ]);
  return {
    session: session ?? null,
    snapshots: snapshots.map(({ json }) => JSON.parse(json) as Snapshot),
    events,
    mutations: mutations.toSorted((a, b) => a.order - b.order).map(({ order: _order, ...rest }) => rest),
    rejections,
  };
}

type WriteParts = Pick<ReplicaStore, 'saveMutation' | 'dropMutation' | 'saveRejection' | 'dropRejection'>;

function writeParts(db: IDBPDatabase<Schema>, tell: (news: StoreNews) => void): WriteParts {
  let last = 0;
  return {
    saveMutation: async (mutation) => {
      // By the clock, so that the order holds across tabs; later than the last one, so that it holds within.
      last = Math.max(last + 1, Date.now() * 1000);
      const order = last;
      const tx = db.transaction('mutation', 'readwrite', { durability: 'strict' });
      const known = await tx.store.get(mutation.key);
      await tx.store.put({ ...mutation, order: known?.order ?? order }, mutation.key);
      await tx.done;
      tell({ type: 'mutation-kept', mutation });
    },
    dropMutation: async (key) => {
      await db.delete('mutation', key);
      tell({ type: 'mutation-dropped', key });
    },
    saveRejection: async (rejection) => {
      await db.put('rejection', rejection, rejection.mutation.key);
      tell({ type: 'rejection-kept', rejection });
    },
    dropRejection: async (key) => {
      await db.delete('rejection', key);
      tell({ type: 'rejection-dropped', key });
    },
  };
}

async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
