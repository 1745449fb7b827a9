/** What a reader may be told, and what it tells beside the log. */
import type { EventLog } from '../log/event-log.ts';
import type { LeftOut } from './left-out.ts';
import type { DateOrder } from './time-reader.ts';

export type LogFormat = 'xes' | 'csv' | 'jira-csv' | 'jira-json' | 'github-json';

/** The part an event's column plays: names of CSV columns, or keys of XES attributes. */
export type Role = 'case' | 'activity' | 'time' | 'start' | 'lifecycle' | 'resource';
export type Columns = Readonly<Partial<Record<Role, string>>>;

export type ReadOptions = {
  /** Guessed from the first bytes when left out. */
  readonly format?: LogFormat;
  /** Guessed from names and values when left out. */
  readonly columns?: Columns;
  /** Of times that are written without one: a name such as `Europe/Berlin`, or an offset. UTC when left out. */
  readonly zone?: string;
  /** Of dates such as 03/04/2020; found out from the column when left out. */
  readonly dateOrder?: DateOrder;
};

export type ReadReport = {
  readonly format: LogFormat;
  /** The column that was taken for each part. */
  readonly columns: Columns;
  readonly leftOut: readonly LeftOut[];
  /** What else a person should know: assumed zones, an assumed order of day and month, rows of uneven length. */
  readonly notes: readonly string[];
};

/** `log` has the events of a case as they stand in the file; `inTimeOrder` puts them in order. */
export type ReadResult = { readonly log: EventLog; readonly report: ReadReport };

export type Chunks = AsyncIterable<Uint8Array>;
