/**
 * Indexes of orders, made while the workspace is in use. Each order has two, one a direction, as empties stand last
 * in both. What they are called follows from what they hold: one that is there is never out of date, and the
 * database's own catalogue says which there are.
 */
import { connect } from './connect.ts';
import type { Database, Queryable } from './database.ts';
import { toDatabaseError } from './database-error.ts';
import { quoteName } from './record-table.ts';

export type NewSortIndex = {
  /** Begins with `sort_`. */
  readonly name: string;
  /** Quoted. */
  readonly table: string;
  /** SQL, the most significant first. */
  readonly keys: readonly string[];
  /** Rows with equal keys stand by id; otherwise by what is not in the index. */
  readonly isWhole: boolean;
  /** Which rows it is of. */
  readonly where: string;
  readonly functions: readonly SortFunction[];
};

/** An immutable function of columns of a row. */
export type SortFunction = {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
  readonly body: string;
};

export type Execute = (statement: string) => Promise<void>;

const BUILD_LIMIT_MS = 6 * 3_600_000;
/** Held by the process that makes indexes: two at once on one table would wait for each other. */
const LOCK = 7_305_114;
const DIRECTIONS = [
  ['up', ''],
  ['down', ' desc nulls last'],
] as const;
const QUOTE = '$sort_index$';

/**
 * Runs `run` unless another process is at it; answers whether it ran. On a server its statements have hours, and no
 * transaction around them.
 */
export async function holdSortIndexes(
  database: Database,
  run: (execute: Execute) => Promise<void>,
): Promise<boolean> {
  if (database.kind === 'embedded') {
    await run(async (statement) => {
      await database.transaction((tx) => tx.query(statement), { statementLimitMs: BUILD_LIMIT_MS });
    });
    return true;
  }
  const client = await connect(database.pool);
  try {
    const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${LOCK}) as held`);
    if (rows[0]?.held !== true) return false;
    await client.query(`set statement_timeout = ${BUILD_LIMIT_MS}`);
    await run(async (statement) => void (await client.query(statement)));
    // Closing the connection gives it up as well, but only after a while.
    await client.query(`select pg_advisory_unlock(${LOCK})`);
    return true;
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    // Closed rather than given back: with it goes the time limit.
    client.release(true);
  }
}

/** Makes both indexes; of an earlier attempt there may be a part. */
export async function makeSortIndex(
  kind: Database['kind'],
  execute: Execute,
  { name, table, keys, isWhole, where, functions }: NewSortIndex,
): Promise<void> {
  for (const each of functions) await execute(functionSql(each));
  await dropSortIndex(kind, execute, name);
  for (const [suffix, order] of DIRECTIONS) {
    const columns = [...keys.map((key) => `(${key})${order}`), ...(isWhole ? ['id'] : [])].join(', ');
    await execute(
      `create index${aside(kind)} ${quoteName(`${name}_${suffix}`)} on ${table} (${columns}) where ${where}`,
    );
  }
  await execute(`analyze ${table}`);
}

/** Its functions stay for statements under way. */
export async function dropSortIndex(kind: Database['kind'], execute: Execute, name: string): Promise<void> {
  for (const [suffix] of DIRECTIONS)
    await execute(`drop index${aside(kind)} if exists ${quoteName(`${name}_${suffix}`)}`);
}

/** On a server others go on writing; the embedded database has nobody else. */
function aside(kind: Database['kind']): string {
  return kind === 'server' ? ' concurrently' : '';
}

/** Names of the indexes that begin with `prefix`; whole where both directions can be used. */
export async function readSortIndexes(
  db: Queryable,
  prefix: string,
): Promise<ReadonlyMap<string, { readonly isWhole: boolean }>> {
  const { rows } = await db.query<{ name: string; whole: boolean }>(
    `select regexp_replace(c.relname, '_(up|down)$', '') as name,
       count(*) filter (where i.indisvalid and i.indisready) = ${DIRECTIONS.length} as whole
     from pg_class c join pg_index i on i.indexrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relname like 'sort\\_%' and starts_with(c.relname, $1)
     group by 1`,
    [prefix],
  );
  return new Map(rows.map(({ name, whole }) => [name, { isWhole: whole }]));
}

/** Drops the functions that no index needs any more. */
export async function forgetSortFunctions(database: Database, execute: Execute): Promise<void> {
  const { rows } = await database.query<{ signature: string }>(
    `select p.oid::regprocedure::text as signature from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.proname like 'sort\\_%'
       and not exists (select 1 from pg_depend d where d.refobjid = p.oid and d.refclassid = 'pg_proc'::regclass)`,
  );
  for (const { signature } of rows) await execute(`drop function if exists ${signature}`);
}

function functionSql({ name, parameters, returns, body }: SortFunction): string {
  const list = parameters.map((each) => `${quoteName(each.name)} ${each.type}`).join(', ');
  if (body.includes(QUOTE)) throw new Error('A sort key holds the quotes around it.');
  return `create or replace function ${quoteName(name)}(${list}) returns ${returns} language plpgsql immutable parallel safe as ${QUOTE}begin return ${body}; end${QUOTE}`;
}
