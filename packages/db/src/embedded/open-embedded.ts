import { mkdir } from 'node:fs/promises';
import pg from 'pg';
import type { Backend } from '../database.ts';
import { ignoreLostConnections } from '../ignore-lost-connections.ts';
import { valueTypes } from '../value-types.ts';
import { prepareDataDirectory } from './data-directory.ts';
import { lockDirectory } from './directory-lock.ts';
import { openEmbeddedEngine, type EmbeddedEngine } from './embedded-engine.ts';
import { EmbeddedSocket } from './embedded-socket.ts';
import { makeGroupCommit } from './group-commit.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly statementLimitMs: number;
  /** A directory to copy a new database from instead of the empty one. */
  readonly template?: string;
}

export async function openEmbedded(options: EmbeddedOptions): Promise<Backend> {
  await mkdir(options.dataDir, { recursive: true });
  const lock = await lockDirectory(options.dataDir);
  try {
    const directory = await prepareDataDirectory(options.dataDir, options.template);
    const engine = await openEmbeddedEngine(directory);
    return makeBackend(engine, options.statementLimitMs, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function makeBackend(engine: EmbeddedEngine, limitMs: number, onClosed: () => Promise<void>): Backend {
  const pool = makePool(engine, limitMs);
  const { commit, settled } = makeGroupCommit(pool, engine);
  return {
    kind: 'embedded',
    pool,
    commit,
    settled,
    limitStatements(client, ms) {
      const { stream } = (client as unknown as { connection: { stream: EmbeddedSocket } }).connection;
      stream.limitMs = ms ?? limitMs;
      return Promise.resolve();
    },
    async close() {
      await settled().catch(() => undefined);
      await pool.end();
      await engine.close();
      await onClosed();
    },
  };
}

function makePool(engine: EmbeddedEngine, limitMs: number): pg.Pool {
  const pool = new pg.Pool({
    stream: () => new EmbeddedSocket(engine, limitMs),
    // PGlite is one session; more connections than one would share its transaction.
    max: 1,
    idleTimeoutMillis: 0,
    types: valueTypes,
    ssl: false,
    user: 'postgres',
    database: 'postgres',
    host: 'localhost',
    password: '',
  });
  ignoreLostConnections(pool);
  return pool;
}
