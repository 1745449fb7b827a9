import type { Json } from '@throughline/base';
import {
  quoteName,
  readRow,
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

/** All of them (null finds empty fields), in the order of their ids, locked for writing. */
export async function findAll(
  work: Work,
  entity: Entity,
  where: { readonly [field: string]: Json | undefined },
): Promise<StoredRecord[]> {
  const table = work.tableOf(entity);
  const entries = Object.entries(where);
  const given = entries.filter(([, value]) => (value ?? null) !== null);
  const empty = entries.filter(([, value]) => (value ?? null) === null);
  const column = (field: string): string => `t.${quoteName(snakeCase(field))}`;
  const conditions = [
    ...given.map(([field], index) => `${column(field)} = $${index + 2}`),
    ...empty.map(([field]) => `${column(field)} is null`),
  ];
  const { rows } = await work.tx.query<RecordRow>(
    `select ${selectColumns(table)} from ${table.name} t
     where t.workspace_id = $1 and ${conditions.join(' and ')} order by t.id for update`,
    [work.state.id, ...given.map(([, value]) => value)],
  );
  return rows.map((row) => readRow(table, row));
}

/** All whose field names one of the ids, in the order of their ids, locked for writing. */
export async function findHanging(
  work: Work,
  entity: Entity,
  { via, ids }: { readonly via: string; readonly ids: readonly string[] },
): Promise<StoredRecord[]> {
  const table = work.tableOf(entity);
  const { rows } = await work.tx.query<RecordRow>(
    `select ${selectColumns(table)} from ${table.name} t
     where t.workspace_id = $1 and t.${quoteName(snakeCase(via))} = any($2::text[]) order by t.id for update`,
    [work.state.id, ids],
  );
  return rows.map((row) => readRow(table, row));
}
