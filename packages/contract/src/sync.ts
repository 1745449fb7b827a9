/** The wire of live sync: a snapshot of a space at one seq, then changes from there on. */
import type { Json } from '@throughline/base';
import type { Change, Field, Values } from '@throughline/model';

/** Records of one entity, by columns: one value a row, in the order of `ids`. */
export type SnapshotTable = {
  readonly entity: string;
  readonly ids: readonly string[];
  readonly columns: Readonly<Record<string, SnapshotColumn>>;
  /** How many records there are, where they are too many to be sent: they are asked for a window at a time. */
  readonly beyond?: number;
};

/** A value for each row; null is empty. */
export type SnapshotColumn = readonly (Json | null)[] | RepeatedValues;

/** Where few values repeat, each is told once: row `i` has `of[at[i]]`, and without `at` all rows have the same. */
export type RepeatedValues = { readonly of: readonly (Json | null)[]; readonly at?: readonly number[] };

/** The values of a column of `count` rows, one by one. */
export function columnValues(column: SnapshotColumn, count: number): readonly (Json | null | undefined)[] {
  if (!('of' in column)) return column;
  const { of, at } = column;
  return at === undefined ? Array.from({ length: count }, () => of[0]) : at.map((place) => of[place]);
}

export type Snapshot = {
  readonly seq: number;
  /** The space it holds, or null for what belongs to the workspace as a whole. */
  readonly space: string | null;
  readonly tables: readonly SnapshotTable[];
};

/** Records of a view from some place on, as of `seq` or later. */
export type RecordWindow = {
  readonly seq: number;
  /** In the order of the view. */
  readonly table: SnapshotTable;
  readonly nextCursor: string | null;
};

/** What a view's records come to, all of them. */
export type WindowTotals = {
  readonly count: number;
  readonly aggregates: readonly (number | null)[];
  readonly groups: readonly {
    readonly keys: readonly Json[];
    readonly count: number;
    readonly aggregates: readonly (number | null)[];
  }[];
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
  /** Whether the installation can send mail at all. */
  readonly sendsMail: boolean;
};
