/** Brings the session and the snapshots a replica stands on, from the server and into its store. */
import { Refusal, type SessionInfo, type Snapshot } from '@throughline/contract';
import type { Api } from '../api.ts';
import { WORKSPACE_KEY, type ReplicaStore } from './replica-store.ts';

export type ReplicaLoader = {
  readonly session: () => SessionInfo | null;
  readonly loadSession: () => Promise<void>;
  /** Whether the snapshot of the workspace itself is here. */
  readonly hasWorkspace: () => boolean;
  /** Fetches the snapshot of the workspace itself, if there is none yet. */
  readonly loadWorkspace: () => Promise<void>;
  /** Fetches the snapshots of places that have none yet. */
  readonly loadSnapshots: () => Promise<void>;
  /** Snapshots older than a seq lack values that nobody sends: they are fetched with the next `loadSnapshots`. */
  readonly expire: (seq: number) => boolean;
  /** Reads all snapshots anew when too many events lie beside them. */
  readonly renewSnapshots: (seq: number) => Promise<void>;
  readonly restore: (session: SessionInfo | null, snapshots: readonly Snapshot[], events: number) => void;
  readonly countEvent: () => void;
  /** The seq of the snapshot that holds a change's record. */
  readonly seqOf: (space: string | null) => number;
  /** From here on the log must be read. */
  readonly oldest: () => number;
  /** Places that may be read and have no snapshot yet. */
  readonly loading: () => readonly string[];
};

export type LoaderOptions = {
  readonly api: Api;
  readonly store: ReplicaStore;
  /** The newest position that is known: what is older is of no use. */
  readonly seq: () => number;
  readonly onSession: () => void;
  readonly onSnapshot: (snapshot: Snapshot) => void;
  readonly onSpaceLost: (space: string) => void;
  readonly onLoading: () => void;
  /** The server's log is another one: what was read of the old one is forgotten. */
  readonly onNewLog: () => void;
};

/** A snapshot, and the text it came as, which is what is kept. */
type Fetched = { readonly snapshot: Snapshot; readonly json: string };

/** Events kept beside the snapshots before these are read anew: replaying a long tail is slower. */
const MOST_EVENTS = 1000;
const WORKSPACE = '';
/** Snapshots fetched beside one another: more would only wait for the server. */
const LANES = 3;

export function makeReplicaLoader({ api, store, ...on }: LoaderOptions): ReplicaLoader {
  const seqs = new Map<string, number>();
  let session: SessionInfo | null = null;
  let events = 0;
  /** Snapshots that are shown, and lack what has become readable since. */
  const stale = new Set<string>();

  const take = (snapshot: Snapshot): void => {
    seqs.set(snapshot.space ?? WORKSPACE, snapshot.seq);
    stale.delete(snapshot.space ?? WORKSPACE);
    on.onSnapshot(snapshot);
  };

  const fetchSnapshot = async (space: string): Promise<Fetched> => {
    const place = space === WORKSPACE ? '' : `&space=${space}`;
    const response = await api.open(`/v1/sync/snapshot?atLeast=${on.seq()}${place}`);
    const json = await response.text();
    return { snapshot: JSON.parse(json) as Snapshot, json };
  };

  const missing = (): readonly string[] =>
    session === null ? [] : [WORKSPACE, ...session.spaces.map(({ id }) => id)].filter((id) => !seqs.has(id));

  const load = async (space: string): Promise<void> => {
    const { snapshot, json } = await fetchSnapshot(space);
    take(snapshot);
    on.onLoading();
    const kept = store.saveSnapshot(snapshot, json);
    // The next visit may find a space missing, and not the workspace that tells what spaces and fields there are.
    if (space === WORKSPACE) await kept;
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
    loading: missing,
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
      // The stream left out what was not to be read yet: the spaces themselves and who is in them.
      if (session !== null && hasMoreSpaces(session, found)) stale.add(WORKSPACE);
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
    expire: (seq) => {
      const older = [...seqs].filter(([, read]) => read < seq);
      for (const [space] of older) stale.add(space);
      return older.length > 0;
    },
    hasWorkspace: () => seqs.has(WORKSPACE),
    loadWorkspace: async () => {
      if (!seqs.has(WORKSPACE)) await load(WORKSPACE);
    },
    loadSnapshots: async () => {
      const waiting = [...new Set([...stale, ...missing()])];
      const lane = async (): Promise<void> => {
        for (let space = waiting.shift(); space !== undefined; space = waiting.shift()) await load(space);
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    },
    renewSnapshots: async (seq) => {
      if (events < MOST_EVENTS) return;
      events = 0;
      for (const space of seqs.keys()) {
        const { snapshot, json } = await fetchSnapshot(space);
        if (snapshot.seq >= seq) take(snapshot);
        await store.saveSnapshot(snapshot, json);
      }
      await store.dropEvents(Math.min(...seqs.values()));
    },
  };
}

/** A browser is shared: what one person wrote is never sent as another. */
function isSamePerson(a: SessionInfo, b: SessionInfo): boolean {
  return a.person.id === b.person.id && a.workspace.id === b.workspace.id;
}

function hasMoreSpaces(before: SessionInfo, after: SessionInfo): boolean {
  const known = new Set(before.spaces.map(({ id }) => id));
  return after.spaces.some(({ id }) => !known.has(id));
}
