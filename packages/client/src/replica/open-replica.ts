/**
 * The browser's copy of what a person may read: answers every view without the network, shows writes at once,
 * keeps itself and unsent writes between visits, and follows the server's log.
 */
import { makeId, must, type IdSource } from '@throughline/base';
import type { SessionInfo, SyncEvent } from '@throughline/contract';
import type { Field, Model, Values } from '@throughline/model';
import type { Answer, Api } from '../api.ts';
import { keepConnected } from './keep-connected.ts';
import { makeMutationQueue, type Rejection } from './mutation-queue.ts';
import type { Mutation } from './mutation.ts';
import { readStream, type StreamListener } from './open-stream.ts';
import { makeRejections } from './rejections.ts';
import { makeRecordTables, type Table, type Touched } from './record-tables.ts';
import type { ReplicaStore } from './replica-store.ts';
import { makeReplicaLoader } from './replica-loader.ts';
import { makeSignal } from './signal.ts';

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
  /** Refused writes, oldest first, kept over visits until each is settled. */
  readonly rejections: () => readonly Rejection[];
  /** Told when the list of rejections has changed. */
  readonly onRejections: (listener: () => void) => () => void;
  /** The person has decided: the rejection of the mutation with this key is forgotten. */
  readonly settleRejection: (key: string) => void;
  /** Takes back an act of which nothing has been sent yet; false when it may have been. */
  readonly withdraw: (cause: string) => boolean;
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

export async function openReplica({ api, model, store, ids }: ReplicaOptions): Promise<Replica> {
  const stored = await store.load();
  const tables = makeRecordTables();
  const records = makeSignal<Touched>();
  const statuses = makeSignal<void>();
  const sessions = makeSignal<void>();
  const rejections = makeRejections(store, stored.rejections);
  const closing = new AbortController();
  let connection: Connection = 'connecting';
  let seq = 0;
  let isLeading = false;
  let isKnownPerson = false;

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
    onRejected: rejections.add,
    onReach: (isReachable) => setConnection(isReachable ? 'live' : 'offline'),
    onSignedOut: () => setConnection('signed-out'),
  });

  /** Both must hold: it is certain whose writes these are, and no other tab sends them. */
  const startQueue = (): void => {
    if (isLeading && isKnownPerson) queue.start();
  };

  const loader = makeReplicaLoader({
    api,
    store,
    onSession: () => sessions.send(),
    onSnapshot: (snapshot) => records.send(tables.loadSnapshot(snapshot)),
    onSpaceLost: (space) => records.send(tables.dropSpace(space)),
    onLoading: () => statuses.send(),
  });

  const takeEvent = (event: SyncEvent): void => {
    const fresh = event.changes.filter((change) => change.seq > loader.seqOf(change.space));
    const { touched, unknown } = tables.applyChanges(fresh);
    seq = Math.max(seq, event.seq);
    records.send(touched);
    records.send(tables.applyDerived(event.derived));
    queue.settle(seq);
    for (const change of unknown) void fetchRecord(change.entity, change.id);
  };

  const fetchRecord = async (entity: string, id: string): Promise<void> => {
    const values = await readRecordValues(api, {
      plural: model.entity(entity).plural,
      id,
      fields: fieldsOf(entity),
    });
    if (values) records.send(tables.put(entity, id, values));
  };

  const fieldsOf = (entity: string): readonly Field[] =>
    loader.session()?.fields[entity] ?? model.entity(entity).fields;

  const follow = async (): Promise<void> => {
    await loader.loadSession();
    isKnownPerson = true;
    startQueue();
    for (let isRenewed = true; isRenewed && !closing.signal.aborted;) {
      await loader.loadSnapshots();
      await loader.renewSnapshots(seq);
      isRenewed = await followStream();
    }
  };

  /** True when it ended because there are other spaces to read from now on. */
  const followStream = async (): Promise<boolean> => {
    const renewal = new AbortController();
    const signal = AbortSignal.any([closing.signal, renewal.signal]);
    const listener: StreamListener = {
      onOpen: () => {
        setConnection('live');
        queue.wake();
      },
      onEvent: (event) => {
        takeEvent(event);
        loader.countEvent();
        void store.addEvent(event);
      },
      onSession: () => {
        const before = loader.session()?.spaces.length;
        const renew = (): void => renewal.abort();
        void loader.loadSession().then(() => {
          if (loader.session()?.spaces.length !== before) renew();
        }, renew);
      },
    };
    await readStream(api, Math.max(seq, loader.oldest()), { signal, listener }).catch((error: unknown) => {
      if (!renewal.signal.aborted) throw error;
    });
    return renewal.signal.aborted;
  };

  const link = keepConnected({
    connect: follow,
    signal: closing.signal,
    isLive: () => connection === 'live',
    onLost: (isSignedOut) => setConnection(isSignedOut ? 'signed-out' : 'offline'),
  });

  loader.restore(stored.session, stored.snapshots, stored.events.length);
  for (const event of stored.events) takeEvent(event);
  queue.restore(stored.mutations);
  const stopNews = store.onNews((news) => {
    if (news.type === 'mutation-kept') queue.adopt(news.mutation);
    else if (news.type === 'mutation-dropped') queue.forget(news.key);
    else rejections.hear(news);
  });
  if (stored.session === null) {
    await loader.loadSession();
    await loader.loadSnapshots();
  }
  store.lead(closing.signal, () => {
    isLeading = true;
    startQueue();
  });
  void link.run();

  return {
    session: () => must(loader.session()),
    status: () => ({
      connection,
      unsent: queue.pending().filter((mutation) => mutation.confirmed === undefined).length,
      seq,
      loading: loader.loading(),
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
        base: Math.max(seq, queue.confirmedSeq(write.id)),
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
    onRejected: rejections.onAdded,
    rejections: rejections.all,
    onRejections: rejections.onChange,
    settleRejection: rejections.settle,
    withdraw: (cause) => isLeading && queue.withdraw(cause),
    wake: () => {
      link.wake();
      queue.wake();
    },
    close: () => {
      closing.abort();
      link.wake();
      queue.close();
      stopNews();
      store.close();
    },
  };
}

type RecordPlace = { readonly plural: string; readonly id: string; readonly fields: readonly Field[] };

/** A record by the API, as values by field id; undefined when it cannot be had. */
async function readRecordValues(api: Api, { plural, id, fields }: RecordPlace): Promise<Values | undefined> {
  const answer = await api.call('GET', `/${plural}/${id}`).catch(() => null);
  if (answer === null) return undefined;
  const present = fields.filter((field) => field.key in answer.body);
  return Object.fromEntries(present.map((field) => [field.id, answer.body[field.key] ?? null]));
}
