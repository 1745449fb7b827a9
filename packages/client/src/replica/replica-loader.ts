/** Brings the session and the snapshots a replica stands on, from the server and into its store. */
import { Refusal, type SessionInfo, type Snapshot } from '@throughline/contract';
import type { Api } from '../api.ts';
import { WORKSPACE_KEY, type ReplicaStore } from './replica-store.ts';

export type ReplicaLoader = {
  readonly session: () => SessionInfo | null;
  readonly loadSession: () => Promise<void>;
  /** Fetches the snapshots of places that have none yet. */
  readonly loadSnapshots: () => Promise<void>;
  /** Reads all snapshots anew when too many events lie beside them. */
  readonly renewSnapshots: (seq: number) => Promise<void>;
  readonly restore: (session: SessionInfo | null, snapshots: readonly Snapshot[], events: number) => void;
  readonly countEvent: () => void;
  /** The seq of the snapshot that holds a change's record. */
  readonly seqOf: (space: string | null) => number;
  /** From here on the log must be read. */
  readonly oldest: () => number;
  readonly loading: () => readonly string[];
};

export type LoaderOptions = {
  readonly api: Api;
  readonly store: ReplicaStore;
  readonly onSession: () => void;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  readonly onSpaceLost: (space: string) => void;
  readonly onLoading: () => void;
  /** The server's log is another one: what was read of the old one is forgotten. */
  readonly onNewLog: () => void;
};

/** Events kept beside the snapshots before these are read anew: replaying a long tail is slower. */
const MOST_EVENTS = 1000;
const WORKSPACE = '';

export function makeReplicaLoader({ api, store, ...on }: LoaderOptions): ReplicaLoader {
  const seqs = new Map<string, number>();
  const loading = new Set<string>();
  let session: SessionInfo | null = null;
  let events = 0;

  const take = (snapshot: Snapshot): void => {
    seqs.set(snapshot.space ?? WORKSPACE, snapshot.seq);
    on.onSnapshot(snapshot);
  };

  const fetchSnapshot = async (space: string): Promise<Snapshot> => {
    const { body } = await api.call('GET', `/sync/snapshot${space === WORKSPACE ? '' : `?space=${space}`}`);
    return body as unknown as Snapshot;
  };

  const forget = async (): Promise<void> => {
    for (const space of seqs.keys()) await store.dropSnapshot(space === WORKSPACE ? WORKSPACE_KEY : space);
    await store.dropEvents(Number.POSITIVE_INFINITY);
    seqs.clear();
    events = 0;
    on.onNewLog();
  };

  return {
    session: () => session,
    loading: () => [...loading],
    oldest: () => Math.min(...seqs.values()),
    seqOf: (space) => seqs.get(space !== null && seqs.has(space) ? space : WORKSPACE) ?? 0,
    countEvent: () => {
      events++;
    },
    restore: (stored, snapshots, count) => {
      session = stored;
      events = count;
      for (const snapshot of snapshots) take(snapshot);
    },
    loadSession: async () => {
      const { body } = await api.call('GET', '/session');
      const found = body as unknown as SessionInfo;
      if (session !== null && !isSamePerson(session, found)) {
        throw new Refusal('unauthenticated', {
          message: 'Somebody else has signed in.',
          why: `This copy is ${session.person.name}’s.`,
        });
      }
      const isNewLog = session !== null && session.epoch !== found.epoch;
      session = found;
      await store.saveSession(session);
      if (isNewLog) await forget();
      const readable = new Set([WORKSPACE, ...session.spaces.map((space) => space.id)]);
      for (const space of [...seqs.keys()].filter((each) => !readable.has(each))) {
        seqs.delete(space);
        on.onSpaceLost(space);
        await store.dropSnapshot(space);
      }
      on.onSession();
    },
    loadSnapshots: async () => {
      const wanted = [WORKSPACE, ...(session?.spaces.map((space) => space.id) ?? [])];
      const missing = wanted.filter((space) => !seqs.has(space));
      for (const space of missing) loading.add(space);
      for (const space of missing) {
        const snapshot = await fetchSnapshot(space);
        loading.delete(space);
        take(snapshot);
        on.onLoading();
        await store.saveSnapshot(snapshot);
      }
    },
    renewSnapshots: async (seq) => {
      if (events < MOST_EVENTS) return;
      events = 0;
      for (const space of seqs.keys()) {
        const snapshot = await fetchSnapshot(space);
        if (snapshot.seq >= seq) take(snapshot);
        await store.saveSnapshot(snapshot);
      }
      await store.dropEvents(Math.min(...seqs.values()));
    },
  };
}

/** A browser is shared: what one person wrote is never sent as another. */
function isSamePerson(a: SessionInfo, b: SessionInfo): boolean {
  return a.person.id === b.person.id && a.workspace.id === b.workspace.id;
}
