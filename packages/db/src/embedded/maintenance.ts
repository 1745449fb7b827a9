import type pg from 'pg';
import type { Backend } from '../database.ts';

export interface Maintenance {
  /** Takes no further step and waits for the one under way. */
  stop(): Promise<void>;
}

const INTERVAL_MS = 60_000;
/** Work is put off while the database is busy, but not longer than this many intervals. */
const MAX_DELAYS = 5;
const STEP_LIMIT_MS = 600_000;

/** Autovacuum's own thresholds. */
const TABLES_IN_NEED = `
  select quote_ident(schemaname) || '.' || quote_ident(relname) as name
  from pg_stat_user_tables
  where n_dead_tup > 50 + 0.2 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup
  order by n_dead_tup desc
`;

/**
 * What PostgreSQL's background processes do, and PGlite has none: checkpoints, so that the next start needn't
 * replay a long log, and vacuum and statistics for the tables that changed much.
 */
export function startMaintenance(backend: Backend, intervalMs = INTERVAL_MS): Maintenance {
  let stopped = false;
  let delays = 0;
  let lastPosition = '';
  let round: Promise<void> = Promise.resolve();

  async function maintain(): Promise<void> {
    if (isBusy(backend.pool) && delays < MAX_DELAYS) {
      delays += 1;
      return;
    }
    delays = 0;
    const position = await readPosition();
    if (position === lastPosition) return;
    // PGlite counts what changed and never adds it to the statistics by itself.
    await step('select pg_stat_force_next_flush()');
    for (const { name } of (await step(TABLES_IN_NEED)).rows) await step(`vacuum (analyze) ${String(name)}`);
    await step('checkpoint');
    lastPosition = await readPosition();
  }

  /** Each step waits its turn, so that others get theirs in between. */
  async function step(statement: string): Promise<pg.QueryResult> {
    const client = await backend.pool.connect();
    try {
      if (stopped) return await client.query('select where false');
      backend.limitStatements(client, STEP_LIMIT_MS);
      return await client.query(statement);
    } finally {
      backend.limitStatements(client, undefined);
      client.release();
    }
  }

  async function readPosition(): Promise<string> {
    const { rows } = await step('select pg_current_wal_insert_lsn() as position');
    return String(rows[0]?.position);
  }

  const timer = setInterval(() => {
    // What fails here, for want of space or because the engine restarts, is tried again in the next round.
    round = round.then(maintain).catch(() => undefined);
  }, intervalMs);
  timer.unref();

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}

function isBusy(pool: pg.Pool): boolean {
  return pool.waitingCount > 0 || pool.idleCount < pool.totalCount;
}
