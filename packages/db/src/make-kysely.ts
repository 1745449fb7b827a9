import { AssertionError } from '@throughline/base';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Tables } from './tables.ts';

export interface StatementResult {
  readonly rows: unknown[];
  readonly rowCount: number | null;
  readonly command: string;
}

export type ExecuteStatement = (text: string, values: readonly unknown[]) => Promise<StatementResult>;

/** A query builder that runs what it builds through `execute`, within whatever transaction that is in. */
export function makeKysely(execute: ExecuteStatement): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ExecutingDriver(execute),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

class ExecutingDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(execute: ExecuteStatement) {
    this.#connection = {
      async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, rowCount, command } = await execute(sql, parameters);
        const written = WRITES.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {};
        return { rows: rows as R[], ...written };
      },
      streamQuery(): AsyncIterableIterator<QueryResult<never>> {
        throw new AssertionError('Streaming is not supported: read in pages');
      },
    };
  }

  async init(): Promise<void> {}

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction(): Promise<void> {
    return refuseTransaction();
  }

  commitTransaction(): Promise<void> {
    return refuseTransaction();
  }

  rollbackTransaction(): Promise<void> {
    return refuseTransaction();
  }

  async destroy(): Promise<void> {}
}

/** Only `database.transaction` retries, commits in groups, and sees nesting. */
function refuseTransaction(): Promise<never> {
  return Promise.reject(new AssertionError('Use database.transaction instead of kysely.transaction'));
}
