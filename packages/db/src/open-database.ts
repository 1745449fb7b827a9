import type { Database } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { makeDatabase, type DatabaseOptions } from './make-database.ts';
import { openServer } from './server/open-server.ts';

interface CommonOptions extends DatabaseOptions {
  /** A statement that runs longer fails with `statement_timeout`; 60 s when left out. */
  readonly statementLimitMs?: number;
}

export interface EmbeddedDatabaseOptions extends CommonOptions {
  /** Opens the embedded database in this directory, which is made when it is missing. */
  readonly dataDir: string;
  /** Copies a new database from this directory instead of the empty template. */
  readonly template?: string;
}

export interface ServerDatabaseOptions extends CommonOptions {
  /** Connects to PostgreSQL, `postgres://user:password@host:port/database`. */
  readonly url: string;
  readonly maxConnections?: number;
}

const STATEMENT_LIMIT_MS = 60_000;
const MAX_CONNECTIONS = 10;

/** Opens a database as it is: run `migrate` before using its tables. */
export async function openDatabase(
  options: EmbeddedDatabaseOptions | ServerDatabaseOptions,
): Promise<Database> {
  const statementLimitMs = options.statementLimitMs ?? STATEMENT_LIMIT_MS;
  const backend =
    'url' in options
      ? openServer({ maxConnections: MAX_CONNECTIONS, ...options, statementLimitMs })
      : openEmbedded({ ...options, statementLimitMs });
  return makeDatabase(await backend, options);
}
