import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { assert } from '@throughline/base';
import type pg from 'pg';
import { connect } from './connect.ts';
import type { Backend, TransactionOptions } from './database.ts';
import { DatabaseError, errorCode, makeUnavailable, toDatabaseError } from './database-error.ts';

const MAX_ATTEMPTS = 6;
const FIRST_PAUSE_MS = 5;
/** Any statement but ROLLBACK after one that failed. */
const ABORTED = '25P02';
const SWALLOWED = 'A statement of the transaction failed and its error was swallowed';

/** What a run came to, and its last statement where that is still on its way. */
export type Attempt<T> = { readonly value: T; readonly last?: Promise<unknown> };

type Run<T> = (client: pg.PoolClient, attempt: number) => Promise<Attempt<T>>;

/** Runs a transaction until it commits, again when PostgreSQL asks for that. */
export async function runTransaction<T>(
  backend: Backend,
  run: Run<T>,
  options: TransactionOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    options.signal?.throwIfAborted();
    try {
      const value = await runAttempt(backend, (client) => run(client, attempt), options);
      await backend.settled();
      return value;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isConflict(error)) throw error;
    }
    await sleep(FIRST_PAUSE_MS * 2 ** attempt * Math.random());
  }
}

/** 40001 is a serialisation failure, 40P01 a deadlock: run again, the same transaction can succeed. */
function isConflict(error: unknown): boolean {
  const code = errorCode(error);
  return code === '40001' || code === '40P01';
}

async function runAttempt<T>(
  backend: Backend,
  run: (client: pg.PoolClient) => Promise<Attempt<T>>,
  options: TransactionOptions,
): Promise<T> {
  const client = await connect(backend.pool);
  let broken = false;
  try {
    // Not awaited, so that it travels with the first statement; it fails only with the connection.
    gatherWrites(client);
    const begun = begin(backend, client, options);
    begun.catch(() => undefined);
    const { value, last } = await run(client);
    if (last === undefined) await begun;
    options.signal?.throwIfAborted();
    const committed = commit(backend, client);
    committed.catch(() => undefined);
    await begun;
    await last;
    await committed;
    return value;
  } catch (error) {
    broken = !(await rollback(client));
    throw error;
  } finally {
    backend.limitStatements(client, undefined);
    client.release(broken);
  }
}

/** What is sent until the current turn ends leaves in one piece: BEGIN with the first statement, the last with COMMIT. */
export function gatherWrites(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

async function begin(
  backend: Backend,
  client: pg.PoolClient,
  { isolation, readOnly, statementLimitMs }: TransactionOptions,
): Promise<void> {
  const mode = readOnly === true ? ' read only' : '';
  try {
    const limit = backend.limitStatements(client, statementLimitMs);
    await client.query(`begin isolation level ${isolation ?? 'read committed'}${mode}${limit}`);
  } catch (error) {
    throw toDatabaseError(error);
  }
}

async function commit(backend: Backend, client: pg.PoolClient): Promise<void> {
  let command: string;
  try {
    command = await backend.commit(client);
  } catch (error) {
    assert(errorCode(error) !== ABORTED, SWALLOWED);
    const known = toDatabaseError(error);
    throw isLost(known) ? makeUnavailable(error, true) : known;
  }
  assert(command === 'COMMIT', SWALLOWED);
}

function isLost(error: unknown): boolean {
  return error instanceof DatabaseError && error.code !== 'disk_full';
}

/** Whether the connection is fit for others again. */
async function rollback(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    // The first error is the one to report; this connection is closed instead.
    return false;
  }
}
