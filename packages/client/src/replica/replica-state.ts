/** What a replica knows: records as confirmed, own writes over them, and how far the log has been read. */
import type { SyncChange, SyncEvent } from '@throughline/contract';
import type { Field, Model } from '@throughline/model';
import { UnreachableError, type Api } from '../api.ts';
import { movesDerived } from './moves-derived.ts';
import { makeMutationQueue, type MutationQueue, type QueueOptions } from './mutation-queue.ts';
import type { Write } from './mutation.ts';
import { readRecord } from './read-record.ts';
import { makeRecordTables, type RecordTables, type Touched } from './record-tables.ts';
import { makeReplicaLoader, type ReplicaLoader } from './replica-loader.ts';
import type { ReplicaStore } from './replica-store.ts';

export type ReplicaState = {
  readonly tables: RecordTables;
  readonly queue: MutationQueue;
  readonly loader: ReplicaLoader;
  readonly fieldsOf: (entity: string) => readonly Field[];
  readonly takeEvent: (event: SyncEvent) => void;
  /** Whether an event that was taken leaves records here without values of a field that is reckoned anew. */
  readonly outdates: (event: SyncEvent) => boolean;
  /** The newest position of the log that is shown. */
  readonly seq: () => number;
  /** Up to where a writer has seen a record's changes. */
  readonly seenSeq: (write: Write) => number;
};

export type StateOptions = Pick<QueueOptions, 'onRejected' | 'onReach' | 'onSignedOut'> & {
  readonly api: Api;
  readonly model: Model;
  readonly store: ReplicaStore;
  readonly onRecords: (touched: Touched) => void;
  readonly onStatus: () => void;
  readonly onSession: () => void;
};

export function makeReplicaState(options: StateOptions): ReplicaState {
  const { api, model, store, onRecords, onStatus, onSession } = options;
  const tables = makeRecordTables();
  let seq = 0;

  const queue = makeMutationQueue({
    ...options,
    onChange: (mutations) => {
      onRecords(tables.setPending(mutations));
      onStatus();
      queueMicrotask(() => queue.settle(seq));
    },
  });

  const loader = makeReplicaLoader({
    api,
    store,
    seq: () => seq,
    onSession,
    onSnapshot: (snapshot) => onRecords(tables.loadSnapshot(snapshot)),
    onSpaceLost: (space) => onRecords(tables.dropSpace(space)),
    onLoading: onStatus,
    onNewLog: () => {
      queue.settle(Number.POSITIVE_INFINITY);
      seq = 0;
    },
  });

  const fieldsOf = (entity: string): readonly Field[] =>
    loader.session()?.fields[entity] ?? model.entity(entity).fields;

  /** Records that changes named and that are not here: the newest asking counts. */
  const asked = new Map<string, SyncChange>();
  /** Those for which no answer came; asked for again with the next event. */
  let unanswered: readonly SyncChange[] = [];

  const fetchRecord = async (change: SyncChange): Promise<void> => {
    const { entity, id } = change;
    asked.set(id, change);
    const { plural } = model.entity(entity);
    try {
      const values = await readRecord(api, { plural, id, fields: fieldsOf(entity) });
      if (asked.get(id) !== change) return;
      asked.delete(id);
      if (values) onRecords(tables.put(entity, id, values));
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      if (asked.get(id) === change) unanswered = [...unanswered, change];
    }
  };

  return {
    tables,
    queue,
    loader,
    fieldsOf,
    seq: () => seq,
    seenSeq: ({ entity, id }) => {
      const space = tables.get(entity, id)?.['space'];
      const read = loader.seqOf(typeof space === 'string' ? space : null);
      return Math.max(seq, read, queue.confirmedSeq(id));
    },
    outdates: ({ changes }) => {
      const moved = changes.filter((change) => {
        const type = change.entity === 'field' ? tables.get('field', change.id)?.['type'] : undefined;
        return typeof type === 'string' && movesDerived(model, change, type);
      });
      return loader.expire(Math.max(0, ...moved.map(({ seq: at }) => at)));
    },
    takeEvent: (event) => {
      const fresh = event.changes.filter((change) => change.seq > loader.seqOf(holderOf(model, change)));
      const { touched, unknown } = tables.applyChanges(fresh);
      seq = Math.max(seq, event.seq);
      onRecords(touched);
      onRecords(tables.applyDerived(event.derived));
      queue.settle(seq);
      const again = unanswered.filter(({ id }) => unknown.every((change) => change.id !== id));
      unanswered = [];
      for (const change of [...again, ...unknown]) void fetchRecord(change);
    },
  };
}

/** The space whose snapshot holds the record; a space itself and its members lie in the workspace's. */
function holderOf(model: Model, { entity, space }: SyncChange): string | null {
  return model.entity(entity).scope === 'space' ? space : null;
}
