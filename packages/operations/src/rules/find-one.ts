import type { Json } from '@throughline/base';
import {
  quoteName,
  readRow,
  recordTable,
  selectColumns,
  snakeCase,
  type RecordRow,
  type StoredRecord,
} from '@throughline/db';
import type { Entity } from '@throughline/model';
import type { Work } from '../work.ts';

/** The record whose built-in fields have these values; no rights are asked. */
export async function findOne(
  work: Work,
  entity: Entity,
  where: { readonly [field: string]: Json | undefined },
): Promise<StoredRecord | undefined> {
  return (await findAll(work, entity, where))[0];
}

/** All of them, in the order of their ids, locked for writing. */
export async function findAll(
  work: Work,
  entity: Entity,
  where: { readonly [field: string]: Json | undefined },
): Promise<StoredRecord[]> {
  const table = recordTable(work.model, entity);
  const entries = Object.entries(where);
  const conditions = entries.map(([field], index) => `t.${quoteName(snakeCase(field))} = $${index + 2}`);
  const { rows } = await work.tx.query<RecordRow>(
    `select ${selectColumns(table)} from ${table.name} t
     where t.workspace_id = $1 and ${conditions.join(' and ')} order by t.id for update`,
    [work.state.id, ...entries.map(([, value]) => value ?? null)],
  );
  return rows.map((row) => readRow(table, row));
}
