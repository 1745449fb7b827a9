/** A replica of an earlier day: read, never written. What is timeless (views, spaces, people) is today's. */
import { Refusal, type SessionInfo, type Snapshot } from '@throughline/contract';
import type { Model } from '@throughline/model';
import type { Replica } from './open-replica.ts';
import { makeRecordTables } from './record-tables.ts';

export type PastOptions = {
  readonly model: Model;
  /** A day, `YYYY-MM-DD`: as it stood at its end in the workspace's zone; or an instant, ISO 8601. */
  readonly at: string;
  /** Ids of the spaces to look at. */
  readonly spaces: readonly string[];
};

/** Needs the network. Nothing may be done with its records: every right is gone from its session. */
export async function openPast(live: Replica, { model, at, spaces }: PastOptions): Promise<Replica> {
  const tables = makeRecordTables();
  let seq = 0;
  for (const space of [null, ...spaces]) {
    const place = space === null ? '' : `&space=${encodeURIComponent(space)}`;
    const { body } = await live.call('GET', `/sync/snapshot?asOf=${encodeURIComponent(at)}${place}`);
    const snapshot = body as unknown as Snapshot;
    tables.loadSnapshot(snapshot);
    seq = snapshot.seq;
  }
  const isToday = (entity: string): boolean => model.entity(entity).exposure.timeless;
  const session = withoutRights(live.session());
  const never = () => () => undefined;
  return {
    session: () => session,
    status: () => ({ connection: 'live', unsent: 0, seq, loading: [] }),
    table: (entity) => (isToday(entity) ? live.table(entity) : tables.table(entity)),
    get: (entity, id) => (isToday(entity) ? live.get(entity, id) : tables.get(entity, id)),
    read: (entity, id, field) =>
      isToday(entity) ? live.read(entity, id, field) : tables.read(entity, id, field),
    columns: (entity, spaces) =>
      isToday(entity) ? live.columns(entity, spaces) : tables.columns(entity, spaces),
    fields: live.fields,
    write: () => {
      throw new Refusal('not_possible', {
        message: 'The past cannot be changed.',
        why: 'You are looking at an earlier day.',
        fix: 'Go back to today and try again.',
      });
    },
    beyond: tables.beyond,
    loadWindow: live.loadWindow,
    readTotals: live.readTotals,
    loadRecord: live.loadRecord,
    call: live.call,
    newId: live.newId,
    onRecords: (listener) =>
      live.onRecords((touched) => {
        const today = new Map([...touched].filter(([entity]) => isToday(entity)));
        if (today.size > 0) listener(today);
      }),
    onStatus: never,
    onSession: never,
    onRejected: never,
    rejections: () => [],
    onRejections: never,
    settleRejection: () => undefined,
    withdraw: () => false,
    isSent: () => true,
    wake: () => undefined,
    close: () => undefined,
  };
}

function withoutRights(session: SessionInfo): SessionInfo {
  return { ...session, role: 'none', spaces: session.spaces.map((space) => ({ ...space, role: 'none' })) };
}
