import pg from 'pg';
import type { Backend } from '../database.ts';
import { ignoreLostConnections } from '../ignore-lost-connections.ts';
import { valueTypes } from '../value-types.ts';
import type { EmbeddedEngine } from './embedded-engine.ts';
import { EmbeddedSocket } from './embedded-socket.ts';
import { makeGroupCommit } from './group-commit.ts';

/** The ordinary driver and pool on top of an engine. */
export function makeEngineBackend(engine: EmbeddedEngine, statementLimitMs: number): Backend {
  const pool = makePool(engine, statementLimitMs);
  const { commit, settled } = makeGroupCommit(pool, engine);
  return {
    kind: 'embedded',
    pool,
    idleLimitMs: statementLimitMs,
    commit,
    settled,
    limitStatements(client, ms) {
      const { stream } = (client as unknown as { connection: { stream: EmbeddedSocket } }).connection;
      stream.limitMs = ms ?? statementLimitMs;
      return '';
    },
    async close() {
      // Who waits for a flush that fails hears of it himself.
      await settled().catch(() => undefined);
      await pool.end();
      await engine.close();
    },
  };
}

function makePool(engine: EmbeddedEngine, limitMs: number): pg.Pool {
  const pool = new pg.Pool({
    stream: () => new EmbeddedSocket(engine, limitMs),
    // PGlite is one session; a second connection would be in the transaction of the first.
    max: 1,
    idleTimeoutMillis: 0,
    types: valueTypes,
    // Statements that needn't wait for each other travel together.
    pipeline: true,
    // Stated so that the variables of another PostgreSQL in the environment don't count.
    ssl: false,
    user: 'postgres',
    database: 'postgres',
    host: 'localhost',
    password: '',
  });
  ignoreLostConnections(pool);
  return pool;
}
