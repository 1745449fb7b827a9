/** What a reader of files gives the import engine. Connectors implement it; the engine knows no format. */
import type { Json } from '@throughline/base';

export type SourceFile = {
  readonly name: string;
  /** Bytes as stored, for progress; unknown for what is still being sent. */
  readonly size?: number;
  /**
   * Opens the content from the beginning, unzipped. `onBytes` is told of every piece of the stored file as it is
   * read.
   */
  readonly open: (onBytes: (count: number) => void) => AsyncIterable<Uint8Array>;
};

export type SourceReader = {
  /** `csv`, `jira-csv` … as in `--from`. */
  readonly format: string;
  readonly read: (content: AsyncIterable<Uint8Array>, file: string) => AsyncIterable<SourceItem>;
  /** What its columns mean, by name, where the format says more than the names do. */
  readonly hints?: Readonly<Record<string, ColumnHint>>;
  /** What becomes of columns that have no hint, where they are not to be guessed. */
  readonly otherColumns?: '-';
  /** The channel that feedback came by; `import` where the format does not say. */
  readonly channel?: string;
  /** What its records are, unless somebody says something else. */
  readonly usualEntity?: 'feedback';
  /** States and other options that have a counterpart here, by column and folded name. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** A target for ideas, for feedback, or for both; see `ColumnTarget` for the words. */
export type ColumnHint = string | { readonly idea: string; readonly feedback: string };

export type SourceItem = SourceRecord | SourceFault;

/** A record that could not be read at all. */
export type SourceFault = {
  readonly kind: 'fault';
  readonly position: Position;
  readonly code: string;
  readonly column?: string;
  /** The beginning of what was found. */
  readonly value: string;
};

/** Where it stands in its file: both count from 1. */
export type Position = { readonly record: number; readonly line: number };

export type SourceRecord = {
  readonly kind: 'record';
  readonly position: Position;
  /** Names of the record in its system, the most lasting one first; none where a column says it. */
  readonly identities: readonly ExternalIdentity[];
  /** By column, empty ones left out. A repeated column is a list. */
  readonly cells: ReadonlyMap<string, SourceCell>;
  readonly comments: readonly SourceComment[];
  readonly relations: readonly SourceRelation[];
  /** Cells the reader had to leave out. */
  readonly faults: readonly CellFault[];
  /** Cells that are kept, though not as they stand in the file or not surely as they were meant. */
  readonly changes: readonly CellFault[];
};

export type SourceCell = Json;

export type CellFault = { readonly column: string; readonly code: string; readonly value: string };

export type ExternalIdentity = { readonly system: string; readonly id: string; readonly url?: string };

export type SourcePerson = {
  readonly name: string;
  readonly email?: string;
  /** In the same system as the record. */
  readonly id?: string;
  readonly url?: string;
};

export type SourceComment = {
  /** Of the comment in the record's system; a hash of its content when left out. */
  readonly id?: string;
  readonly author?: SourcePerson;
  readonly body: string;
  /** Any common form. */
  readonly createdAt?: string;
  readonly updatedAt?: string;
};

export type SourceRelation = {
  readonly type: 'relates' | 'blocks' | 'duplicates' | 'parent' | 'implements';
  /** The other record, in the system of this one. */
  readonly other: string;
  /** `in`: the other one blocks, duplicates … this one. */
  readonly direction: 'out' | 'in';
  /** The word of the source for it. */
  readonly word: string;
};
