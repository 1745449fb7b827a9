/** Reading and writing rows of records. Writers are called by operations only, beside the change they log. */
import { makeSortKey, must, type Json, type JsonObject } from '@throughline/base';
import type { Field, Model, Values } from '@throughline/model';
import type { Queryable } from './database.ts';
import type { RecordColumn, RecordTable } from './record-table.ts';

export type StoredRecord = { readonly id: string; readonly values: Values };

/** Inserts many rows in one statement. `fields` tells the custom fields that may occur. */
export async function insertRecords(
  tx: Queryable,
  target: RecordTarget,
  records: readonly StoredRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const { names, types, rows } = rowsOf(target, records);
  await tx.query(
    `insert into ${target.table.name} (workspace_id, id, ${names.join(', ')}, fields, sort_keys)
     select $1, r.id, ${names.map((name) => `r.${name}`).join(', ')}, r.fields, r.sort_keys
     from jsonb_to_recordset($2::jsonb) as r(id text, ${types.join(', ')}, fields jsonb, sort_keys jsonb)`,
    [target.workspace, JSON.stringify(rows)],
  );
}

/**
 * As `insertRecords`, for one record that takes the next key of its space (`PREFIX-12`) in the same statement;
 * answers the key. Numbers are never given twice.
 */
export async function insertWithKey(
  tx: Queryable,
  target: RecordTarget,
  {
    record,
    space,
    prefix,
  }: { readonly record: StoredRecord; readonly space: string; readonly prefix: string },
): Promise<string> {
  const { name } = target.table;
  const columns = target.table.columns.filter(
    ({ field }) => field.id !== 'key' && (record.values[field.id] ?? null) !== null,
  );
  const custom = JSON.stringify(customValues(target.table, record.values));
  const keys = JSON.stringify(sortKeys(target.model, target.fields, record.values));
  const fixed = [target.workspace, record.id, space, prefix, makeSortKey(`${prefix}-`), custom, keys];
  const values = columns.map(({ type }, index) => `$${fixed.length + 1 + index}::${type}`);
  const { rows: inserted } = await tx.query<{ key: string }>(
    `with k as (
       insert into key_counter (workspace_id, space, next) values ($1, $3, 1)
       on conflict (workspace_id, space) do update set next = key_counter.next + 1 returning next::text)
     insert into ${name} (workspace_id, id, "key", ${columns.map((each) => `${each.name}, `).join('')}fields, sort_keys)
     select $1, $2, $4::text || '-' || k.next, ${values.map((value) => `${value}, `).join('')}$6::jsonb,
       $7::jsonb || jsonb_build_object('key', $5::text || chr(48 + least(length(k.next), 9)) || k.next)
     from k returning "key"`,
    [...fixed, ...columns.map((column) => parameterOf(column, record.values))],
  );
  return must(inserted[0]).key;
}

/** A value as the driver takes it for its column. */
function parameterOf({ field, type }: RecordColumn, values: Values): unknown {
  return type === 'jsonb' ? JSON.stringify(values[field.id]) : values[field.id];
}

function rowsOf({ model, table, fields }: RecordTarget, records: readonly StoredRecord[]) {
  return {
    names: table.columns.map((column) => column.name),
    types: table.columns.map((column) => `${column.name} ${column.type}`),
    rows: records.map((record) => ({
      id: record.id,
      ...Object.fromEntries(
        table.columns.map((column) => [unquote(column.name), record.values[column.field.id] ?? null]),
      ),
      fields: customValues(table, record.values),
      sort_keys: sortKeys(model, fields, record.values),
    })),
  };
}

export type RecordTarget = {
  readonly model: Model;
  readonly table: RecordTable;
  readonly workspace: string;
  readonly fields: readonly Field[];
};

/** Writes the changed values of one row; null empties a field. */
export async function updateRecord(
  tx: Queryable,
  { model, table, workspace, fields }: RecordTarget,
  { id, values }: StoredRecord,
): Promise<void> {
  const columns = table.columns.filter((column) => column.field.id in values);
  const custom = customValues(table, values);
  const keys = sortKeys(model, fields, values);
  const sets = columns.map((column) => `${column.name} = r.${column.name}`);
  if (Object.keys(custom).length > 0) sets.push('fields = jsonb_strip_nulls(t.fields || r.fields)');
  if (Object.keys(keys).length > 0) sets.push('sort_keys = jsonb_strip_nulls(t.sort_keys || r.sort_keys)');
  if (sets.length === 0) return;
  const types = columns.map((column) => `${column.name} ${column.type}, `).join('');
  const row = {
    ...Object.fromEntries(columns.map((column) => [unquote(column.name), values[column.field.id] ?? null])),
    fields: custom,
    sort_keys: keys,
  };
  await tx.query(
    `update ${table.name} t set ${sets.join(', ')}
     from jsonb_to_record($3::jsonb) as r(${types}fields jsonb, sort_keys jsonb)
     where t.workspace_id = $1 and t.id = $2`,
    [workspace, id, JSON.stringify(row)],
  );
}

export async function deleteRecord(
  tx: Queryable,
  table: RecordTable,
  workspace: string,
  id: string,
): Promise<void> {
  await tx.query(`delete from ${table.name} where workspace_id = $1 and id = $2`, [workspace, id]);
}

/** The rows of ids that exist, by id. `lock` keeps others from changing them until the transaction ends. */
export async function loadRecords(
  tx: Queryable,
  table: RecordTable,
  workspace: string,
  { ids, lock = false }: { readonly ids: readonly string[]; readonly lock?: boolean },
): Promise<ReadonlyMap<string, StoredRecord>> {
  const { rows } = await tx.query<RecordRow>(
    `select ${selectColumns(table)} from ${table.name} t where t.workspace_id = $1 and t.id = any($2::text[])${
      lock ? ' order by t.id for update' : ''
    }`,
    [workspace, ids],
  );
  return new Map(rows.map((row) => [row.id, readRow(table, row)]));
}

export type RecordRow = { readonly id: string; readonly fields: JsonObject } & {
  readonly [column: string]: Json;
};

/** The select list from which `readRow` reads; rows are aliased `t`. */
export function selectColumns(table: RecordTable): string {
  return ['t.id', 't.fields', ...table.columns.map((column) => `t.${column.name}`)].join(', ');
}

export function readRow(table: RecordTable, row: RecordRow): StoredRecord {
  const values: Record<string, Json> = {};
  for (const column of table.columns) {
    const value = row[unquote(column.name)];
    if (value !== null && value !== undefined) values[column.field.id] = value;
  }
  return { id: row.id, values: Object.assign(values, row.fields) };
}

/** Custom fields carry ids of their own, so the rest of the record's values are the built-in ones. */
function customValues(table: RecordTable, values: Values): JsonObject {
  const builtIn = new Set(table.entity.fields.map((field) => field.id));
  return Object.fromEntries(Object.entries(values).filter(([id]) => !builtIn.has(id)));
}

function sortKeys(model: Model, fields: readonly Field[], values: Values): JsonObject {
  const keys: Record<string, Json> = {};
  for (const field of fields) {
    const value = values[field.id];
    if (value === undefined || model.kindOf(field) !== 'text') continue;
    const cell = value === null ? null : model.fieldType(field.type).toCell(value, field);
    keys[field.id] = cell === null ? null : makeSortKey(cell as string);
  }
  return keys;
}

function unquote(name: string): string {
  return name.slice(1, -1);
}
