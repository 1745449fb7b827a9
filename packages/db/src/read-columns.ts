/**
 * Values of many records by column, as JSON that the database writes: a hundred thousand records reach a browser
 * without one of their values being parsed on the way.
 */
import { must } from '@throughline/base';
import type { Field } from '@throughline/model';
import type { Queryable } from './database.ts';
import type { RecordColumn, RecordTable } from './record-table.ts';

export type ColumnsRequest = {
  readonly table: RecordTable;
  /** Custom fields to read beside the table's columns. */
  readonly custom: readonly Field[];
  /** SQL over rows aliased `t`; `$1` is the workspace. */
  readonly where: string;
  readonly values: readonly unknown[];
};

export type JsonColumns = {
  /** JSON arrays in the order of the ids. */
  readonly ids: string;
  /** By field id; fields that are empty everywhere are left out. */
  readonly columns: ReadonlyMap<string, string>;
};

export async function readColumns(
  db: Queryable,
  { table, custom, where, values }: ColumnsRequest,
): Promise<JsonColumns> {
  const sources = [
    ...table.columns.map((column) => ({ field: column.field.id, sql: columnSql(column) })),
    ...custom.map(({ id }) => ({ field: id, sql: `(t.fields -> '${id.replaceAll("'", "''")}')` })),
  ];
  const columns = sources.map(
    ({ sql }, index) => `case when count(${sql}) > 0 then json_agg(${sql})::text end as c${index}`,
  );
  const { rows } = await db.query<Record<string, string | null>>(
    `select coalesce(json_agg(t.id)::text, '[]') as ids${columns.map((column) => `, ${column}`).join('')}
     from (select * from ${table.name} t where t.workspace_id = $1 and ${where} order by t.id) t`,
    values,
  );
  const row = must(rows[0]);
  return {
    ids: must(row['ids'] ?? undefined),
    columns: new Map(
      sources.flatMap(({ field }, index) => {
        const text = row[`c${index}`] ?? null;
        return text === null ? [] : [[field, text] as const];
      }),
    ),
  };
}

/** As value-types.ts reads it: instants in UTC with milliseconds. */
function columnSql({ name, type, field }: RecordColumn): string {
  if (field.presenceOnly === true) return `case when t.${name} is not null then 1 end`;
  return type === 'timestamptz'
    ? `to_char(t.${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : `t.${name}`;
}
