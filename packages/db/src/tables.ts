import type { MigrationTable } from './migrate.ts';

/** The columns of every table, by table name, as kysely sees them. */
export interface Tables {
  migration: MigrationTable;
}
