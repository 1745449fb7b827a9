import pg from 'pg';
import type { Backend } from '../database.ts';
import { DatabaseError, toDatabaseError } from '../database-error.ts';
import { ignoreLostConnections } from '../ignore-lost-connections.ts';
import { valueTypes } from '../value-types.ts';

export interface ServerOptions {
  readonly url: string;
  readonly statementLimitMs: number;
  readonly maxConnections: number;
}

const CONNECT_LIMIT_MS = 10_000;
const OLDEST_MAJOR = 15;

export async function openServer(options: ServerOptions): Promise<Backend> {
  const pool = makePool(options);
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    throw toDatabaseError(error);
  }
  return {
    kind: 'server',
    pool,
    idleLimitMs: options.statementLimitMs,
    commit: async (client) => (await client.query('commit')).command,
    settled: () => Promise.resolve(),
    limitStatements: (_client, ms) =>
      ms === undefined ? '' : `; set local statement_timeout = ${Math.ceil(ms)}`,
    close: () => pool.end(),
  };
}

function makePool({ url, statementLimitMs, maxConnections }: ServerOptions): pg.Pool {
  const settings = [
    `set statement_timeout = ${Math.ceil(statementLimitMs)}`,
    // The server's own guard, should this process hang; usually `makeIdleLimit` comes first.
    `set idle_in_transaction_session_timeout = ${Math.ceil(2 * statementLimitMs)}`,
    `set timezone = 'UTC'`,
    `set datestyle = 'ISO, YMD'`,
  ].join('; ');
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
    types: valueTypes,
    // Statements that needn't wait for each other travel together.
    pipeline: true,
    // The pool awaits it before it hands the connection out.
    onConnect: (client) => client.query(settings) as unknown as void,
  });
  ignoreLostConnections(pool);
  return pool;
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string }>(
    `select current_setting('server_version_num') as version`,
  );
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major >= OLDEST_MAJOR) return;
  throw new DatabaseError('database_version', 'The database server was not used.', {
    why: `It runs PostgreSQL ${major}, and Throughline needs ${OLDEST_MAJOR} or newer.`,
    fix: 'Upgrade the server, or leave DATABASE_URL out to use the embedded database.',
  });
}
