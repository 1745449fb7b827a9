import type pg from 'pg';
import { toDatabaseError } from './database-error.ts';

/** A connection of the pool, or the reason in terms a caller can act on. */
export async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw toDatabaseError(error);
  }
}
