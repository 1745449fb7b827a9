/**
 * Records as they were: today's rows with everything that happened later taken back, newest first. Time is when a
 * change happened where it came from (`occurredAt`), so that imported history lies where it belongs.
 */
import { must } from '@throughline/base';
import type { Change, Values } from '@throughline/model';
import type { Queryable } from '../database.ts';
import { openChanges } from '../erasure/sealed-changes.ts';
import { readRow, selectColumns, type RecordRow } from '../record-store.ts';
import type { RecordTable } from '../record-table.ts';

export type PastTable = {
  /** Records that were there, archived ones too, by id. */
  readonly past: ReadonlyMap<string, Values>;
  /** The same records as they stand today; those that are gone are missing. */
  readonly today: ReadonlyMap<string, Values>;
};

/** By entity name. */
export type Past = ReadonlyMap<string, PastTable>;

export type PastRequest = {
  readonly workspace: string;
  readonly tables: readonly RecordTable[];
  /** ISO 8601: what happened at this instant has happened. */
  readonly at: string;
};

type Draft = { readonly past: Map<string, Values>; readonly today: ReadonlyMap<string, Values> };
type LaterChange = Change & { readonly occurredAt: string };

const PAGE = 5000;

export async function readPast(db: Queryable, { workspace, tables, at }: PastRequest): Promise<Past> {
  const drafts = new Map<string, Draft>();
  for (const table of tables) {
    const today = await readTable(db, workspace, table);
    drafts.set(table.entity.name, { past: new Map(today), today });
  }
  const entities = tables.map(({ entity }) => entity.name);
  let last: LaterChange | undefined;
  do {
    const page = await readLater(db, { workspace, entities, at, last });
    for (const change of page) takeBack(must(drafts.get(change.entity)).past, change);
    last = page.length < PAGE ? undefined : page.at(-1);
  } while (last !== undefined);
  return drafts;
}

async function readTable(
  db: Queryable,
  workspace: string,
  table: RecordTable,
): Promise<ReadonlyMap<string, Values>> {
  const { rows } = await db.query<RecordRow>(
    `select ${selectColumns(table)} from ${table.name} t where t.workspace_id = $1 order by t.id`,
    [workspace],
  );
  return new Map(rows.map((row) => [row.id, readRow(table, row).values]));
}

type LaterRequest = Pick<PastRequest, 'workspace' | 'at'> & {
  readonly entities: readonly string[];
  /** Where the page before ended. */
  readonly last: LaterChange | undefined;
};

/** Changes that happened after an instant, newest first, a page at a time. */
async function readLater(
  db: Queryable,
  { workspace, entities, at, last }: LaterRequest,
): Promise<LaterChange[]> {
  const { rows } = await db.query<LaterChange>(
    `select seq, entity, id, before, after, occurred_at as "occurredAt" from change
     where workspace_id = $1 and entity = any($2::text[]) and occurred_at > $3::timestamptz
       ${last === undefined ? '' : 'and (occurred_at, seq) < ($5::timestamptz, $6::bigint)'}
     order by occurred_at desc, seq desc limit $4`,
    [workspace, entities, at, PAGE, ...(last === undefined ? [] : [last.occurredAt, last.seq])],
  );
  return openChanges(db, workspace, rows);
}

function takeBack(records: Map<string, Values>, { id, before, after }: Change): void {
  if (before === null) records.delete(id);
  else if (after === null) records.set(id, before);
  else {
    const emptied = Object.fromEntries(Object.keys(after).map((field) => [field, null]));
    const values = Object.entries({ ...records.get(id), ...emptied, ...before });
    records.set(id, Object.fromEntries(values.filter(([, value]) => value !== null)));
  }
}
