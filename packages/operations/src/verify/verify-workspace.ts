/**
 * Replays a workspace's log and compares it with the tables: finds rows that were changed by SQL, and changes
 * that were altered or removed.
 */
import { isEqualJson, type Json } from '@throughline/base';
import {
  chainHash,
  GENESIS_HASH,
  openChanges,
  readHashedChanges,
  readRow,
  recordTable,
  selectColumns,
  type Database,
  type Queryable,
  type RecordRow,
} from '@throughline/db';
import { applyChange, type Entity, type Model, type Values } from '@throughline/model';

export type Discrepancy =
  | { readonly kind: 'change_altered' | 'change_missing'; readonly seq: number }
  | { readonly kind: 'row_missing' | 'row_unknown'; readonly entity: string; readonly id: string }
  | {
      readonly kind: 'value_differs';
      readonly entity: string;
      readonly id: string;
      readonly field: string;
      readonly log: Json;
      readonly table: Json;
    };

export type Verification = {
  readonly workspace: string;
  readonly changes: number;
  readonly records: number;
  /** The first hundred; `found` counts all. */
  readonly discrepancies: readonly Discrepancy[];
  readonly found: number;
};

const SHOWN = 100;
const BATCH = 2000;

export async function listWorkspaces(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ workspace_id: string }>(
    'select workspace_id from log_head order by workspace_id',
  );
  return rows.map((row) => row.workspace_id);
}

/** Reads in one snapshot, so that writers may go on. */
export async function verifyWorkspace(
  database: Database,
  model: Model,
  workspace: string,
): Promise<Verification> {
  return database.transaction((tx) => verifyIn(tx, model, workspace), {
    isolation: 'repeatable read',
    readOnly: true,
  });
}

async function verifyIn(tx: Queryable, model: Model, workspace: string): Promise<Verification> {
  const discrepancies: Discrepancy[] = [];
  let found = 0;
  const report = (discrepancy: Discrepancy): void => {
    found++;
    if (discrepancies.length < SHOWN) discrepancies.push(discrepancy);
  };
  const { records, changes } = await replay(tx, workspace, report);
  let count = 0;
  for (const entity of model.entities)
    count += await compareTable(
      tx,
      { model, workspace, entity, replayed: records.get(entity.name) ?? new Map() },
      report,
    );
  return { workspace, changes, records: count, discrepancies, found };
}

type Report = (discrepancy: Discrepancy) => void;
type Replayed = ReadonlyMap<string, Values>;

/** The records as the log tells them, by entity and id. */
async function replay(
  tx: Queryable,
  workspace: string,
  report: Report,
): Promise<{ records: ReadonlyMap<string, Replayed>; changes: number }> {
  const records = new Map<string, Map<string, Values>>();
  let previous: Buffer = GENESIS_HASH;
  let seq = 0;
  for (;;) {
    const batch = await readHashedChanges(tx, workspace, { since: seq, limit: BATCH });
    for (const { hash, seq: at, ...change } of batch) {
      if (at !== seq + 1) report({ kind: 'change_missing', seq: seq + 1 });
      if (!chainHash(previous, change).equals(hash)) report({ kind: 'change_altered', seq: at });
      previous = hash;
      seq = at;
    }
    for (const change of await openChanges(tx, workspace, batch)) {
      const table = records.get(change.entity) ?? new Map<string, Values>();
      records.set(change.entity, table);
      const values = applyChange(table.get(change.id), change);
      if (values === undefined) table.delete(change.id);
      else table.set(change.id, values);
    }
    if (batch.length < BATCH) break;
  }
  const { rows } = await tx.query<{ seq: number; hash: Buffer }>(
    'select seq, hash from log_head where workspace_id = $1',
    [workspace],
  );
  const head = rows[0];
  if (head && (head.seq !== seq || !head.hash.equals(previous)))
    report({ kind: 'change_missing', seq: head.seq });
  return { records, changes: seq };
}

type Comparison = {
  readonly model: Model;
  readonly workspace: string;
  readonly entity: Entity;
  readonly replayed: Replayed;
};

async function compareTable(
  tx: Queryable,
  { model, workspace, entity, replayed }: Comparison,
  report: Report,
): Promise<number> {
  const table = recordTable(model, entity);
  const hidden = new Set(entity.fields.filter((field) => field.hidden).map((field) => field.id));
  const seen = new Set<string>();
  for (let after = ''; ;) {
    const { rows } = await tx.query<RecordRow>(
      `select ${selectColumns(table)} from ${table.name} t where t.workspace_id = $1 and t.id > $2 order by t.id limit ${BATCH}`,
      [workspace, after],
    );
    for (const row of rows) {
      const { id, values } = readRow(table, row);
      seen.add(id);
      const expected = replayed.get(id);
      if (expected === undefined) report({ kind: 'row_unknown', entity: entity.name, id });
      else compareValues({ entity: entity.name, id, expected, values, hidden }, report);
    }
    after = rows.at(-1)?.id ?? '';
    if (rows.length < BATCH) break;
  }
  for (const id of replayed.keys())
    if (!seen.has(id)) report({ kind: 'row_missing', entity: entity.name, id });
  return seen.size;
}

type Pair = {
  readonly entity: string;
  readonly id: string;
  readonly expected: Values;
  readonly values: Values;
  readonly hidden: ReadonlySet<string>;
};

function compareValues({ entity, id, expected, values, hidden }: Pair, report: Report): void {
  for (const field of new Set([...Object.keys(expected), ...Object.keys(values)])) {
    if (hidden.has(field)) continue;
    const log = expected[field] ?? null;
    const table = values[field] ?? null;
    if (!isEqualJson(log, table)) report({ kind: 'value_differs', entity, id, field, log, table });
  }
}
