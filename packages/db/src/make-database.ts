import { AsyncLocalStorage } from 'node:async_hooks';
import { assert } from '@throughline/base';
import type pg from 'pg';
import { connect } from './connect.ts';
import type { Backend, Database, Queryable, Transaction, TransactionOptions } from './database.ts';
import { toDatabaseError } from './database-error.ts';
import { makeIdleLimit } from './idle-limit.ts';
import { makeKysely } from './make-kysely.ts';
import { gatherWrites, runTransaction, type Attempt } from './run-transaction.ts';
import { makeStatementNames } from './statement-names.ts';

type Values = readonly unknown[];

export type DatabaseOptions = {
  /**
   * Tells at once of a query outside the transaction it stands in, which would wait for itself. Node follows
   * every promise for it, at a tenth of the time of a write; without it the idle limit ends such a transaction.
   */
  readonly checksNesting?: boolean;
};

export function makeDatabase(backend: Backend, { checksNesting = false }: DatabaseOptions = {}): Database {
  const names = makeStatementNames();
  const nesting = checksNesting ? new AsyncLocalStorage<{ open: boolean }>() : undefined;

  function assertOutside(): void {
    const nested = nesting?.getStore()?.open ?? false;
    assert(!nested, 'Inside database.transaction use its tx: the database would wait for itself');
  }

  async function send(client: pg.PoolClient, text: string, values: Values = []): Promise<pg.QueryResult> {
    const name = values.length === 0 ? undefined : names.nameOf(text);
    const statement = name === undefined ? { text } : { text, name };
    try {
      return await client.query({ ...statement, values: [...values] });
    } catch (error) {
      throw toDatabaseError(error);
    }
  }

  async function query(text: string, values?: Values): Promise<pg.QueryResult> {
    assertOutside();
    const client = await connect(backend.pool);
    const result = await send(client, text, values).finally(() => client.release());
    // What was read may be of a transaction that is committed and not yet on the disk.
    await backend.settled();
    return result;
  }

  async function attemptOnce<T>(
    client: pg.PoolClient,
    attempt: number,
    run: (tx: Transaction) => Promise<T>,
  ): Promise<Attempt<T>> {
    const state = { open: true };
    const attempted: { last?: Promise<unknown> } = {};
    const idle = makeIdleLimit(backend.idleLimitMs);
    const ask = (text: string, values?: Values): Promise<pg.QueryResult> => {
      assert(state.open, 'The transaction is over: await every statement inside it');
      return idle.during(() => send(client, text, values));
    };
    const askLast = (text: string, values?: Values): Promise<pg.QueryResult> => {
      gatherWrites(client);
      const answer = ask(text, values);
      answer.catch(() => undefined);
      attempted.last = answer;
      state.open = false;
      return answer;
    };
    try {
      const tx = { ...makeQueryable(ask), attempt, queryLast: askLast as Transaction['queryLast'] };
      const running = nesting ? nesting.run(state, () => run(tx)) : run(tx);
      const value = await Promise.race([running, idle.expired]);
      return { value, ...attempted };
    } finally {
      idle.stop();
      state.open = false;
    }
  }

  async function transaction<T>(
    run: (tx: Transaction) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    assertOutside();
    return runTransaction(backend, (client, attempt) => attemptOnce(client, attempt, run), options);
  }

  let closed: Promise<void> | undefined;
  return {
    kind: backend.kind,
    pool: backend.pool,
    ...makeQueryable(query),
    transaction,
    close: () => (closed ??= backend.close()),
  };
}

function makeQueryable(query: (text: string, values?: Values) => Promise<pg.QueryResult>): Queryable {
  return {
    kysely: makeKysely(query),
    query: query as Queryable['query'],
  };
}
