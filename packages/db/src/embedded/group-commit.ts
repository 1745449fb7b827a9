import { must } from '@throughline/base';
import type pg from 'pg';
import { makeUnavailable } from '../database-error.ts';
import type { EmbeddedEngine } from './embedded-engine.ts';

/** Makes all changes up to here durable: the message is empty, its flush is what counts. */
const FLUSH = "select pg_logical_emit_message(false, '', '', true)";

export interface GroupCommit {
  /** Commits; durable only once `settled` resolves. Answers the command PostgreSQL reports. */
  readonly commit: (client: pg.PoolClient) => Promise<string>;
  /** Resolves when everything committed so far is on the disk; fails when it was lost before it got there. */
  readonly settled: () => Promise<void>;
}

/** Both statements in one message, which `pg` answers with both results. */
async function commitLazily(client: pg.PoolClient): Promise<string> {
  const results: unknown = await client.query('set local synchronous_commit = off; commit');
  return must((results as pg.QueryResult[])[1]).command;
}

/**
 * PGlite syncs once per transaction. While others wait for the connection, a transaction commits without
 * syncing, and one flush, queued behind those that wait, makes all of them durable before any is acknowledged.
 */
export function makeGroupCommit(pool: pg.Pool, engine: EmbeddedEngine): GroupCommit {
  /** The flush that waits for the connection, and the one that has it. */
  let queued: { epoch: number; done: Promise<void> } | undefined;
  let running: Promise<void> | undefined;

  async function commit(client: pg.PoolClient): Promise<string> {
    if (pool.waitingCount === 0) return (await client.query('commit')).command;
    const { epoch } = engine;
    const command = await commitLazily(client);
    if (queued?.epoch !== epoch) queued = { epoch, done: flush(epoch) };
    queued.done.catch(() => undefined);
    return command;
  }

  async function flush(epoch: number): Promise<void> {
    const client = await pool.connect();
    if (queued?.epoch === epoch) queued = undefined;
    const done = emit(client, epoch);
    running = done;
    try {
      await done;
    } finally {
      if (running === done) running = undefined;
    }
  }

  async function emit(client: pg.PoolClient, epoch: number): Promise<void> {
    try {
      // A new thread never saw what the one before had not yet written.
      if (engine.epoch !== epoch) throw makeUnavailable('the embedded database was restarted', true);
      await client.query(FLUSH);
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  return { commit, settled: () => queued?.done ?? running ?? Promise.resolve() };
}
