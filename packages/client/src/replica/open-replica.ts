/**
 * The browser's copy of what a person may read: answers every view without the network, shows writes at once,
 * keeps itself and unsent writes between visits, and follows the server's log.
 */
import { makeId, must, type IdSource, type Json } from '@throughline/base';
import type { SessionInfo } from '@throughline/contract';
import type { Field, Model, Values } from '@throughline/model';
import type { RecordColumns } from '@throughline/view';
import type { Answer, Api } from '../api.ts';
import { followLog } from './follow-log.ts';
import { keepConnected, type Link } from './keep-connected.ts';
import type { MutationQueue, Rejection } from './mutation-queue.ts';
import type { Mutation, Write } from './mutation.ts';
import type { Table } from './entity-records.ts';
import type { RecordTables, Touched } from './record-tables.ts';
import { makeRejections, type Rejections } from './rejections.ts';
import { makeReplicaState, type ReplicaState } from './replica-state.ts';
import type { ReplicaLoader } from './replica-loader.ts';
import type { ReplicaStore, StoredReplica } from './replica-store.ts';
import { makeSignal } from './signal.ts';
import { makeWindowLoader, type WindowLoader } from './window-loader.ts';

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

export type Replica = WindowLoader & {
  readonly session: () => SessionInfo;
  readonly status: () => ReplicaStatus;
  readonly table: (entity: string) => Table;
  readonly get: (entity: string, id: string) => Values | undefined;
  /** One value of a record, without putting the record together. */
  readonly read: (entity: string, id: string, field: string) => Json | undefined;
  /** All records of some spaces (null: of all places) by columns; for who reads every one of them. */
  readonly columns: (entity: string, spaces: readonly string[] | null) => RecordColumns;
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
  /** The server has answered for every write of an act. */
  readonly isSent: (cause: string) => boolean;
  /** Tries to reach the server now. */
  readonly wake: () => void;
  readonly close: () => void;
};

export type ReplicaOptions = {
  readonly api: Api;
  readonly model: Model;
  readonly store: ReplicaStore;
  readonly ids: IdSource;
  /** Open once the workspace itself is here; its spaces follow, and `status().loading` names them. */
  readonly opensEarly?: boolean;
};

export async function openReplica(options: ReplicaOptions): Promise<Replica> {
  const { api, model, store, ids } = options;
  const stored = await store.load();
  const { records, statuses, sessions } = makeSignals();
  const rejections = makeRejections(store, stored.rejections);
  const closing = new AbortController();
  let connection: Connection = 'connecting';
  let visit = new AbortController();
  const setConnection = (next: Connection): void => {
    if (connection === next) return;
    connection = next;
    statuses.send();
  };

  const state = makeReplicaState({
    api,
    model,
    store,
    onRecords: records.send,
    onStatus: () => statuses.send(),
    onSession: sessions.send,
    onRejected: rejections.add,
    onReach: (isReachable) => setConnection(isReachable ? 'live' : 'offline'),
    // The stream may still run for a session that has ended: only connecting anew tells who is there.
    onSignedOut: () => visit.abort(),
  });
  const { tables, queue, loader } = state;
  const gate = makeGate(queue.start);
  const wakeUp = (): void => {
    setConnection('live');
    queue.wake();
  };
  const link = keepConnected({
    connect: () => {
      visit = new AbortController();
      const signal = AbortSignal.any([closing.signal, visit.signal]);
      return followLog({ ...state, api, store, signal, onPerson: gate.onPerson, onOpen: wakeUp });
    },
    signal: closing.signal,
    isLive: () => connection === 'live',
    onLost: (isSignedOut) => setConnection(isSignedOut ? 'signed-out' : 'offline'),
  });

  restore(state, stored);
  const stopNews = hearTabs(store, queue, rejections);
  if (stored.session === null || !loader.hasWorkspace()) await loadFirst(loader, options);
  store.lead(closing.signal, gate.onLead);
  void link.run();

  return {
    session: () => must(loader.session()),
    status: () => statusOf(state, connection),
    ...readsOf(tables),
    ...makeWindowLoader({ api, model, tables, onRecords: records.send, fieldsOf: state.fieldsOf }),
    fields: state.fieldsOf,
    write: (writes) => {
      const cause = makeId('act', ids);
      const made = makeMutations(writes, { cause, base: state.seenSeq, ids });
      return { cause, kept: keepAll(queue, made) };
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
    withdraw: (cause) => gate.isLeading() && queue.withdraw(cause),
    isSent: queue.isSent,
    wake: () => wake(link, queue),
    close: () => {
      closing.abort();
      link.wake();
      queue.close();
      stopNews();
      store.close();
    },
  };
}

function readsOf({
  table,
  get,
  read,
  columns,
}: RecordTables): Pick<Replica, 'table' | 'get' | 'read' | 'columns'> {
  return { table, get, read, columns };
}

function makeSignals() {
  return {
    records: makeSignal<Touched>(),
    statuses: makeSignal<void>(),
    sessions: makeSignal<void>(),
  };
}

function wake(link: Link, queue: MutationQueue): void {
  link.wake();
  queue.wake();
}

async function keepAll(queue: MutationQueue, mutations: readonly Mutation[]): Promise<void> {
  await Promise.all(mutations.map((mutation) => queue.add(mutation)));
}

async function loadFirst(loader: ReplicaLoader, { opensEarly }: ReplicaOptions): Promise<void> {
  await loader.loadSession();
  await (opensEarly === true ? loader.loadWorkspace() : loader.loadSnapshots());
}

function restore({ loader, queue, takeEvent, outdates }: ReplicaState, stored: StoredReplica): void {
  loader.restore(stored.session, stored.snapshots, stored.events.length);
  for (const event of stored.events) {
    takeEvent(event);
    outdates(event);
  }
  queue.restore(stored.mutations);
}

function statusOf({ queue, loader, seq }: ReplicaState, connection: Connection): ReplicaStatus {
  return {
    connection,
    unsent: queue.pending().filter((mutation) => mutation.confirmed === undefined).length,
    seq: seq(),
    loading: loader.loading(),
  };
}

type Gate = {
  readonly onPerson: () => void;
  readonly onLead: () => void;
  readonly isLeading: () => boolean;
};

/** Opens when both hold: it is certain whose the writes are, and no other tab sends them. */
function makeGate(open: () => void): Gate {
  let isLeading = false;
  let isKnownPerson = false;
  return {
    isLeading: () => isLeading,
    onPerson: () => {
      isKnownPerson = true;
      if (isLeading) open();
    },
    onLead: () => {
      isLeading = true;
      if (isKnownPerson) open();
    },
  };
}

/** What other tabs of this browser write is shown and counted here too. */
function hearTabs(store: ReplicaStore, queue: MutationQueue, rejections: Rejections): () => void {
  return store.onNews((news) => {
    if (news.type === 'mutation-kept') queue.adopt(news.mutation);
    else if (news.type === 'mutation-dropped') queue.forget(news.key);
    else rejections.hear(news);
  });
}

type Act = {
  readonly cause: string;
  readonly base: (write: Write) => number;
  readonly ids: IdSource;
};

function makeMutations(writes: readonly Write[], { cause, base, ids }: Act): readonly Mutation[] {
  const madeAt = new Date(ids.now()).toISOString();
  return writes.map((write) => ({ ...write, key: makeId('key', ids), cause, base: base(write), madeAt }));
}
