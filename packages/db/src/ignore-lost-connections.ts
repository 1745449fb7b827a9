import type pg from 'pg';

/**
 * A connection that is lost between two statements reports itself as an event, which would end the process
 * where nobody listens. The pool replaces the connection, and a statement under way fails by itself.
 */
export function ignoreLostConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}
