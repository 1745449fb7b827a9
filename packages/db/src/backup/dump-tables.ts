/** Every row of every table as JSON, in one snapshot: what a backup holds, on either database alike. */
import type { Database, Queryable } from '../database.ts';
import { quoteName } from '../record-table.ts';

/** Tables that belong to the running installation, not to its data. */
const LEFT_OUT = new Set(['public.migration', 'public.lease']);

export type TableName = { readonly schema: string; readonly table: string };

export type Dump = {
  readonly tables: readonly TableName[];
  /** Rows of a table as JSON texts, a page at a time. */
  readonly rows: (table: TableName) => AsyncGenerator<readonly string[]>;
};

const PAGE = 1000;

/** Calls `use` with a dump that stays the same however long it takes. */
export async function dumpTables<T>(database: Database, use: (dump: Dump) => Promise<T>): Promise<T> {
  return database.transaction(
    async (tx) => use({ tables: await listTables(tx), rows: (table) => readTable(tx, table) }),
    { isolation: 'repeatable read', readOnly: true, statementLimitMs: 600_000 },
  );
}

/** Tables that refer to others come last, so that rows can be loaded in this order. */
export async function listTables(db: Queryable): Promise<readonly TableName[]> {
  const { rows } = await db.query<TableName>(
    `select n.nspname as schema, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'auth')
     order by exists (select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), 1, 2`,
  );
  return rows.filter(({ schema, table }) => !LEFT_OUT.has(`${schema}.${table}`));
}

async function* readTable(tx: Queryable, { schema, table }: TableName): AsyncGenerator<readonly string[]> {
  await tx.query(
    `declare backup_rows no scroll cursor for select to_jsonb(t)::text as row from ${quoteName(schema)}.${quoteName(table)} t`,
  );
  for (;;) {
    const { rows } = await tx.query<{ row: string }>(`fetch ${PAGE} from backup_rows`);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < PAGE) break;
  }
  await tx.query('close backup_rows');
}

/** True when no workspace has been made: only such a database is restored into. */
export async function isEmptyDatabase(db: Queryable): Promise<boolean> {
  const { rows } = await db.query('select 1 from log_head limit 1');
  return rows.length === 0;
}

/** Writes rows as they were dumped. */
export async function loadRows(
  tx: Queryable,
  { schema, table }: TableName,
  rows: readonly string[],
): Promise<void> {
  const name = `${quoteName(schema)}.${quoteName(table)}`;
  await tx.query(`insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1::jsonb)`, [
    `[${rows.join(',')}]`,
  ]);
}

/** Names of the migrations that made the schema, in order. */
export async function readSchemaVersion(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    'select name from migration where number > 0 order by number',
  );
  return rows.map(({ name }) => name);
}

export type AttachedFile = { readonly hash: string; readonly size: number };

/** The files that records have. A file is written before the change that names it, so it is there. */
export async function listAttachedFiles(db: Queryable): Promise<readonly AttachedFile[]> {
  const { rows } = await db.query<AttachedFile>(
    'select distinct on (hash) hash, size from attachment where hash is not null order by hash',
  );
  return rows;
}
