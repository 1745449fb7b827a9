/**
 * The browser's copy of what a person may read: answers every view without the network, shows writes at once,
 * keeps itself and unsent writes between visits, and follows the server's log.
 */
import { makeId, type IdSource } from '@throughline/base';
import { Refusal, type SessionInfo, type Snapshot, type SyncEvent } from '@throughline/contract';
import type { Field, Model, Values } from '@throughline/model';
import { UnreachableError, type Api, type Answer } from '../api.ts';
import { makeMutationQueue, type Rejection } from './mutation-queue.ts';
import type { Mutation } from './mutation.ts';
import { readStream } from './open-stream.ts';
import { makeRecordTables, type Table, type Touched } from './record-tables.ts';
import type { ReplicaStore } from './replica-store.ts';

export type Connection = 'connecting' | 'live' | 'offline' | 'signed-out';

export type ReplicaStatus = {
  readonly connection: Connection;
  /** Writes that the server has not answered. */
  readonly unsent: number;
  /** The newest position of the log that is shown here. */
  readonly seq: number;
  /** Spaces whose first snapshot is still under way. */
  readonly loading: readonly string[];
};

export type Write = Pick<Mutation, 'entity' | 'verb' | 'id' | 'values'>;

export type Replica = {
  readonly session: () => SessionInfo;
  readonly status: () => ReplicaStatus;
  readonly table: (entity: string) => Table;
  readonly get: (entity: string, id: string) => Values | undefined;
  readonly fields: (entity: string) => readonly Field[];
  /**
   * Shows the writes at once as one act and queues them. `kept` resolves when they are on this machine's disk;
   * the returned cause undoes them.
   */
  readonly write: (writes: readonly Write[]) => { readonly cause: string; readonly kept: Promise<void> };
  /** For operations that only the server can do (merge, undo, share): needs the network. */
  readonly call: Api['call'];
  readonly newId: (entity: string) => string;
  /** Told which records look different. */
  readonly onRecords: (listener: (touched: Touched) => void) => () => void;
  readonly onStatus: (listener: () => void) => () => void;
  /** Session, fields or rights have changed. */
  readonly onSession: (listener: () => void) => () => void;
  readonly onRejected: (listener: (rejection: Rejection) => void) => () => void;
  /** Tries to reach the server now. */
  readonly wake: () => void;
  readonly close: () => void;
};

export type ReplicaOptions = {
  readonly api: Api;
  readonly model: Model;
  readonly store: ReplicaStore;
  readonly ids: IdSource;
};

/** Events kept beside the snapshots before these are read anew. */
const MOST_EVENTS = 1000;
const RETRY_MS = [500, 1000, 2000, 5000, 10_000];

export async function openReplica({ api, model, store, ids }: ReplicaOptions): Promise<Replica> {
  const stored = await store.load();
  const tables = makeRecordTables();
  const records = makeSignal<Touched>();
  const statuses = makeSignal<void>();
  const sessions = makeSignal<void>();
  const rejections = makeSignal<Rejection>();
  const closing = new AbortController();
  const seqs = new Map<string, number>();
  const loading = new Set<string>();
  let connection: Connection = 'connecting';
  let session = stored.session;
  let seq = 0;
  let storedEvents = stored.events.length;
  let rouse: () => void = () => {};

  const setConnection = (next: Connection): void => {
    if (connection === next) return;
    connection = next;
    statuses.send();
  };

  const queue = makeMutationQueue({
    api,
    model,
    store,
    onChange: (mutations) => {
      records.send(tables.setPending(mutations));
      statuses.send();
      queueMicrotask(() => queue.settle(seq));
    },
    onRejected: (rejection) => rejections.send(rejection),
    onReach: (isReachable) => setConnection(isReachable ? 'live' : 'offline'),
  });

  const takeSnapshot = (snapshot: Snapshot): void => {
    seqs.set(snapshot.space ?? '', snapshot.seq);
    records.send(tables.loadSnapshot(snapshot));
  };

  const takeEvent = (event: SyncEvent): void => {
    const fresh = event.changes.filter((change) => change.seq > (seqs.get(placeOf(change.space)) ?? 0));
    const { touched, unknown } = tables.applyChanges(fresh);
    seq = Math.max(seq, event.seq);
    records.send(touched);
    records.send(tables.applyDerived(event.derived));
    queue.settle(seq);
    for (const change of unknown) void fetchRecord(change.entity, change.id);
  };

  /** Snapshots of entities that belong to the workspace carry its seq whatever space decides over them. */
  const placeOf = (space: string | null): string => (space !== null && seqs.has(space) ? space : '');

  const fetchRecord = async (entity: string, id: string): Promise<void> => {
    const { body } = await api
      .call('GET', `/${model.entity(entity).plural}/${id}`)
      .catch(() => ({ body: null }));
    if (body === null) return;
    const byKey = new Map(fieldsOf(entity).map((field) => [field.key, field.id]));
    const values = Object.fromEntries(
      Object.entries(body).flatMap(([key, value]) => (byKey.has(key) ? [[byKey.get(key), value]] : [])),
    );
    records.send(tables.put(entity, id, values as Values));
  };

  const fieldsOf = (entity: string): readonly Field[] =>
    session?.fields[entity] ?? model.entity(entity).fields;

  /** The writer has seen what he wrote before, even where the stream has not brought it back yet. */
  const baseOf = (id: string): number =>
    Math.max(
      seq,
      ...queue
        .pending()
        .filter((each) => each.id === id)
        .map((each) => each.confirmed ?? 0),
    );

  const loadSession = async (): Promise<void> => {
    const { body } = await api.call('GET', '/session');
    session = body as unknown as SessionInfo;
    await store.saveSession(session);
    const readable = new Set(session.spaces.map((space) => space.id));
    for (const space of seqs.keys()) {
      if (space === '' || readable.has(space)) continue;
      seqs.delete(space);
      records.send(tables.dropSpace(space));
      await store.dropSnapshot(space);
    }
    sessions.send();
  };

  const loadSnapshots = async (): Promise<void> => {
    const wanted = [null, ...(session?.spaces.map((space) => space.id) ?? [])];
    const missing = wanted.filter((space) => !seqs.has(space ?? ''));
    for (const space of missing) loading.add(space ?? '');
    statuses.send();
    for (const space of missing) {
      const { body } = await api.call('GET', `/sync/snapshot${space === null ? '' : `?space=${space}`}`);
      const snapshot = body as unknown as Snapshot;
      takeSnapshot(snapshot);
      loading.delete(space ?? '');
      statuses.send();
      await store.saveSnapshot(snapshot);
    }
    seq = Math.max(seq, Math.min(...seqs.values()));
  };

  /** Replaying a long tail of events at every visit would be slower than reading anew. */
  const renewSnapshots = async (): Promise<void> => {
    if (storedEvents < MOST_EVENTS) return;
    storedEvents = 0;
    for (const space of [...seqs.keys()]) {
      const { body } = await api.call('GET', `/sync/snapshot${space === '' ? '' : `?space=${space}`}`);
      const snapshot = body as unknown as Snapshot;
      if (snapshot.seq >= seq) takeSnapshot(snapshot);
      await store.saveSnapshot(snapshot);
    }
    await store.dropEvents(Math.min(...seqs.values()));
  };

  const follow = async (): Promise<void> => {
    await loadSession();
    await loadSnapshots();
    await renewSnapshots();
    const since = Math.max(seq, Math.min(...seqs.values()));
    const renewal = new AbortController();
    const signal = AbortSignal.any([closing.signal, renewal.signal]);
    await readStream(api, since, {
      signal,
      listener: {
        onOpen: () => {
          setConnection('live');
          queue.wake();
        },
        onEvent: (event) => {
          takeEvent(event);
          storedEvents++;
          void store.addEvent(event);
        },
        onSession: () => {
          const before = session?.spaces.length;
          void loadSession().then(
            () => {
              if (session?.spaces.length !== before) renewal.abort();
            },
            () => renewal.abort(),
          );
        },
      },
    });
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!closing.signal.aborted) {
      try {
        await follow();
        failures = 0;
      } catch (error) {
        if (closing.signal.aborted) return;
        if (error instanceof Refusal && error.code === 'unauthenticated') return setConnection('signed-out');
        if (!isExpected(error)) console.error(error);
      }
      if (connection === 'live') failures = 0;
      setConnection('offline');
      await new Promise<void>((resolve) => {
        rouse = resolve;
        setTimeout(resolve, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
      });
    }
  };

  for (const snapshot of stored.snapshots) takeSnapshot(snapshot);
  for (const event of stored.events) takeEvent(event);
  queue.restore(stored.mutations);
  if (session === null) {
    await loadSession();
    await loadSnapshots();
  }
  void run();

  return {
    session: () => session as SessionInfo,
    status: () => ({
      connection,
      unsent: queue.pending().filter((mutation) => mutation.confirmed === undefined).length,
      seq,
      loading: [...loading],
    }),
    table: tables.table,
    get: tables.get,
    fields: fieldsOf,
    write: (writes) => {
      const cause = makeId('act', ids);
      const madeAt = new Date(ids.now()).toISOString();
      const made = writes.map((write) => ({
        ...write,
        key: makeId('key', ids),
        cause,
        base: baseOf(write.id),
        madeAt,
      }));
      return { cause, kept: Promise.all(made.map((mutation) => queue.add(mutation))).then(() => undefined) };
    },
    call: async (method, path, options): Promise<Answer> =>
      api.call(method, path, { idempotencyKey: makeId('key', ids), ...options }),
    newId: (entity) => makeId(model.entity(entity).prefix, ids),
    onRecords: records.listen,
    onStatus: statuses.listen,
    onSession: sessions.listen,
    onRejected: rejections.listen,
    wake: () => {
      rouse();
      queue.wake();
    },
    close: () => {
      closing.abort();
      rouse();
      queue.close();
    },
  };
}

function isExpected(error: unknown): boolean {
  return (
    error instanceof UnreachableError ||
    error instanceof Refusal ||
    (error as Error).name === 'AbortError' ||
    error instanceof TypeError
  );
}

type Signal<T> = {
  readonly send: (value: T) => void;
  readonly listen: (listener: (value: T) => void) => () => void;
};

function makeSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    send: (value) => {
      for (const listener of listeners) listener(value);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
