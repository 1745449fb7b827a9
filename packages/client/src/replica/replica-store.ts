/** Where a replica lives between visits. */
import type { RefusalBody, SessionInfo, Snapshot, SyncEvent } from '@throughline/contract';
import type { Mutation } from './mutation.ts';

export type StoredReplica = {
  readonly session: SessionInfo | null;
  readonly snapshots: readonly Snapshot[];
  /** Events after the snapshots, in order. */
  readonly events: readonly SyncEvent[];
  readonly mutations: readonly Mutation[];
  readonly rejections: readonly StoredRejection[];
};

/** A write that the server refused, kept until the person has decided about it. */
export type StoredRejection = { readonly mutation: Mutation; readonly refusal: RefusalBody };

/** What another reader of the same store has done: a second tab, say. */
export type StoreNews =
  | { readonly type: 'mutation-kept'; readonly mutation: Mutation }
  | { readonly type: 'mutation-dropped'; readonly key: string }
  | { readonly type: 'rejection-kept'; readonly rejection: StoredRejection }
  | { readonly type: 'rejection-dropped'; readonly key: string };

export type ReplicaStore = {
  readonly load: () => Promise<StoredReplica>;
  readonly saveSession: (session: SessionInfo) => Promise<void>;
  /** An older snapshot than the kept one is not written. */
  /** `json` is the same as a text, where it came as one: keeping that takes less time. Resolves when it is kept. */
  readonly saveSnapshot: (snapshot: Snapshot, json?: string) => Promise<void>;
  readonly dropSnapshot: (space: string) => Promise<void>;
  readonly addEvent: (event: SyncEvent) => Promise<void>;
  /** Forgets events that all snapshots are past. */
  readonly dropEvents: (upTo: number) => Promise<void>;
  /** Resolves when the mutation is on the disk. */
  readonly saveMutation: (mutation: Mutation) => Promise<void>;
  readonly dropMutation: (key: string) => Promise<void>;
  readonly saveRejection: (rejection: StoredRejection) => Promise<void>;
  readonly dropRejection: (key: string) => Promise<void>;
  /** Told what others do to the same store. */
  readonly onNews: (listener: (news: StoreNews) => void) => () => void;
  /**
   * Calls back once no other reader of this store leads, and leads until the signal ends it: one tab sends what
   * all of them wrote.
   */
  readonly lead: (signal: AbortSignal, onLead: () => void) => void;
  readonly clear: () => Promise<void>;
  readonly close: () => void;
};

/** The key of what belongs to the workspace as a whole. */
export const WORKSPACE_KEY = 'workspace';

/** For programs that keep nothing. */
export function makeMemoryStore(): ReplicaStore {
  let session: SessionInfo | null = null;
  const snapshots = new Map<string, Snapshot>();
  const events = new Map<number, SyncEvent>();
  const mutations = new Map<string, Mutation>();
  const rejections = new Map<string, StoredRejection>();
  return {
    load: async () => ({
      session,
      snapshots: [...snapshots.values()],
      events: [...events.values()],
      mutations: [...mutations.values()],
      rejections: [...rejections.values()],
    }),
    saveSession: async (value) => void (session = value),
    saveSnapshot: async (snapshot) => void snapshots.set(snapshot.space ?? WORKSPACE_KEY, snapshot),
    dropSnapshot: async (space) => void snapshots.delete(space),
    addEvent: async (event) => void events.set(event.seq, event),
    dropEvents: async (upTo) => {
      for (const seq of events.keys()) if (seq <= upTo) events.delete(seq);
    },
    saveMutation: async (mutation) => void mutations.set(mutation.key, mutation),
    dropMutation: async (key) => void mutations.delete(key),
    saveRejection: async (rejection) => void rejections.set(rejection.mutation.key, rejection),
    dropRejection: async (key) => void rejections.delete(key),
    onNews: () => () => undefined,
    lead: (_signal, onLead) => onLead(),
    clear: async () => {
      session = null;
      for (const map of [snapshots, events, mutations, rejections]) map.clear();
    },
    close: () => undefined,
  };
}
