import type { Database, Queryable, Transaction } from './database.ts';
import { DatabaseError, errorCode } from './database-error.ts';
import { readMigrations, type Migration } from './read-migrations.ts';

/** One row for each applied migration, and the row with number 0 that a process locks while it migrates. */
export interface MigrationTable {
  number: number;
  name: string;
  checksum: string;
  applied_at: string;
}

const MIGRATION_LIMIT_MS = 3_600_000;

const CREATE_TABLE = `
  create table if not exists migration (
    number int primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
  insert into migration (number, name, checksum) values (0, 'lock', '') on conflict do nothing;
`;

/**
 * Brings the schema up to date and returns the names of what was applied. Each migration is a transaction of its
 * own. Several processes may call it at once: one applies, the others wait. Refuses a database of a newer
 * release (`schema_newer`) and a migration that was edited after it was applied (`migration_changed`).
 */
export async function migrate(
  database: Database,
  options: { readonly migrations?: readonly Migration[] } = {},
): Promise<readonly string[]> {
  const migrations = options.migrations ?? (await readMigrations());
  if (await isCurrent(database, migrations)) return [];
  await createTable(database);
  const applied: string[] = [];
  for (const migration of migrations) {
    const isNew = await database.transaction((tx) => applyOnce(tx, migrations, migration), {
      statementLimitMs: MIGRATION_LIMIT_MS,
    });
    if (isNew) applied.push(migration.name);
  }
  return applied;
}

/** The usual start reads one small table and takes no lock. */
async function isCurrent(database: Database, migrations: readonly Migration[]): Promise<boolean> {
  const { rows } = await database.query<{ exists: boolean }>(
    `select to_regclass('migration') is not null as exists`,
  );
  if (rows[0]?.exists !== true) return false;
  return (await checkApplied(database, migrations)) === migrations.length;
}

/** How many of the migrations are applied. */
async function checkApplied(queryable: Queryable, migrations: readonly Migration[]): Promise<number> {
  const { rows } = await queryable.query<MigrationTable>(
    'select * from migration where number > 0 order by number',
  );
  for (const row of rows) {
    const known = migrations[row.number - 1];
    if (known === undefined) throw makeNewer(row);
    if (known.checksum !== row.checksum) throw makeChanged(row, known);
  }
  return rows.length;
}

/** Two processes that make the table at the same moment collide in PostgreSQL's own catalogue. */
async function createTable(database: Database): Promise<void> {
  const collisions = new Set(['23505', '42P07', '42710', 'XX000']);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await database.query(CREATE_TABLE);
      return;
    } catch (error) {
      if (attempt === 5 || !collisions.has(errorCode(error))) throw error;
    }
  }
}

async function applyOnce(
  tx: Transaction,
  migrations: readonly Migration[],
  { number, name, sql, checksum }: Migration,
): Promise<boolean> {
  await tx.query('select 1 from migration where number = 0 for update');
  if ((await checkApplied(tx, migrations)) >= number) return false;
  await tx.query(sql).catch((error: unknown) => {
    throw makeFailed(name, error);
  });
  await tx.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [
    number,
    name,
    checksum,
  ]);
  return true;
}

/** Keeps the SQLSTATE, by which a conflict is run again and a full disk is named. */
function makeFailed(name: string, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  return Object.assign(new Error(`Migration ${name}: ${cause.message}`, { cause }), {
    code: errorCode(cause),
  });
}

function makeNewer(row: MigrationTable): DatabaseError {
  return new DatabaseError('schema_newer', 'The database was not opened.', {
    why: `It has the migration ${row.name}, which this release of Throughline does not know: a newer one used it.`,
    fix: 'Start the newer release, or restore a backup made with this one.',
  });
}

function makeChanged(row: MigrationTable, known: Migration): DatabaseError {
  return new DatabaseError('migration_changed', 'The database was not opened.', {
    why: `The migration ${row.name} was applied to it with other content than that of ${known.name}.sql here.`,
    fix: 'Put the file back as it was and write the difference as a new migration.',
  });
}
