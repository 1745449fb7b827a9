/** The wire of live sync: a snapshot of a space at one seq, then changes from there on. */
import type { Change, Field, Values } from '@throughline/model';

/** Records of one entity, by columns: `values[field]` has one entry a row, in the order of `ids`. */
export type SnapshotTable = {
  readonly entity: string;
  readonly ids: readonly string[];
  readonly columns: Readonly<Record<string, readonly (Values[string] | null)[]>>;
};

export type Snapshot = {
  readonly seq: number;
  /** The space it holds, or null for what belongs to the workspace as a whole. */
  readonly space: string | null;
  readonly tables: readonly SnapshotTable[];
};

/** A derived value (counters, rollups) that a change elsewhere has moved. */
export type DerivedPatch = { readonly entity: string; readonly id: string; readonly values: Values };

/** One event of the stream: all changes up to `seq` that the reader may see. */
export type SyncEvent = {
  readonly seq: number;
  readonly changes: readonly SyncChange[];
  readonly derived: readonly DerivedPatch[];
};

/** What a replica needs of a change. `idempotencyKey` lets a writer recognise its own. */
export type SyncChange = Pick<
  Change,
  'seq' | 'entity' | 'id' | 'space' | 'name' | 'before' | 'after' | 'actor' | 'cause' | 'recordedAt'
>;

/** Who the reader is and what he may: the first thing a client asks for. */
export type SessionInfo = {
  readonly workspace: {
    readonly id: string;
    readonly name: string;
    readonly zone: string;
    readonly currency: string;
  };
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly role: string;
  readonly spaces: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly role: string;
  }[];
  /** The fields of every entity, built-in and custom. */
  readonly fields: Readonly<Record<string, readonly Field[]>>;
  /** Of the log: another one where a backup was restored, so that what was read before may never have been. */
  readonly epoch: string;
};
