import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Tables } from './tables.ts';

/** What can be asked of the database inside and outside a transaction. See value-types.ts for how values arrive. */
export interface Queryable {
  readonly kysely: Kysely<Tables>;
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

export interface Transaction extends Queryable {
  /**
   * The last statement of the transaction: COMMIT travels behind it without waiting for its answer, which saves
   * a trip while locks are held. Await the answer after `transaction`, not inside it.
   */
  queryLast<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
  /** 1 at first, one more for each time the whole transaction is run again. */
  readonly attempt: number;
}

export interface TransactionOptions {
  /** READ COMMITTED when left out. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  /** Promises not to write, which saves a sync. */
  readonly readOnly?: boolean;
  /** Aborting rolls back what is not yet committed. */
  readonly signal?: AbortSignal;
  /** A time limit for each statement instead of the database's own. */
  readonly statementLimitMs?: number;
}

export interface Database extends Queryable {
  readonly kind: 'embedded' | 'server';
  /** For libraries that bring their own SQL. Statements sent here directly are not seen by nesting checks. */
  readonly pool: pg.Pool;
  /**
   * Runs `run` in a transaction and resolves when it is committed and on the disk. The whole of `run` is
   * repeated when PostgreSQL reports a serialisation failure or a deadlock, so it must do nothing outside the
   * database. Inside it, only `tx` may be used: `database.query` and a nested transaction are assertions.
   */
  transaction<T>(run: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Waits for what is under way, then closes. Closing twice is closing once. */
  close(): Promise<void>;
}

/** What differs between the two databases. */
export interface Backend {
  readonly kind: Database['kind'];
  readonly pool: pg.Pool;
  /** The longest a transaction may wait between two statements. */
  readonly idleLimitMs: number;
  /** Commits; answers the command PostgreSQL reports, which is ROLLBACK when a statement had failed. */
  commit(client: pg.PoolClient): Promise<string>;
  /** Resolves when everything committed so far is durable. */
  settled(): Promise<void>;
  /**
   * Sets the time limit of the statements in the transaction that begins, or back to the usual one. Answers SQL
   * to append to BEGIN.
   */
  limitStatements(client: pg.PoolClient, ms: number | undefined): string;
  close(): Promise<void>;
}
