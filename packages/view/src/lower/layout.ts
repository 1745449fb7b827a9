/** Where the values of a record's fields are found in SQL. */
import { minorUnits, type Field, type Kind } from '@throughline/model';
import { isOrderedExactly } from '../evaluate/comparison.ts';
import { constant, jsonKey, name, sql, type Sql } from './sql.ts';

/**
 * One field in SQL, null where it is empty. `value` is text for text and references, float8 for numbers,
 * boolean, float8 milliseconds for dates, text[] for sets, anything for documents.
 */
export type CellSql = {
  readonly value: Sql;
  /** date: the column itself, so that a comparison with it can use an index. */
  readonly native?: { readonly column: Sql; readonly type: 'date' | 'timestamptz' };
  /** text: the stored sort key. */
  readonly sortKey?: Sql;
  /** No record is without a value: an order need not say where empty ones stand, and an index serves both ways. */
  readonly isFilled?: boolean;
  /** range: `value` is its first day, this its last; both milliseconds. */
  readonly end?: Sql;
  /** set: whether it has a member, where that is cheaper than `member = any(value)`. */
  readonly has?: (member: Sql) => Sql;
};

export type Layout = {
  /** What stands behind `from`: the table and its alias. */
  readonly from: Sql;
  /** Holds for every record that may be seen at all: workspace, spaces, not archived. */
  readonly base: Sql;
  readonly id: Sql;
  /** Undefined for a field that is kept nowhere: it is empty. */
  readonly cell: (field: Field) => CellSql | undefined;
  /** The stored sort key of a record's title, by its id; for the targets that the schema's titles order. */
  readonly titleKey?: (target: string, id: Sql) => Sql;
};

export type RowLayoutParts = {
  readonly table: string;
  /** Alias of the rows; `t` unless given. */
  readonly alias?: string;
  readonly base?: Sql;
  /** Ids of the fields that have a column; all others live in `fields`. */
  readonly columns: ReadonlySet<string>;
  /** Ids of those among them that have a value in every record. */
  readonly filled?: ReadonlySet<string>;
  readonly kindOf: (field: Field) => Kind;
  /** SQL of values computed elsewhere: counters, rollups, documents. */
  readonly derived?: (field: Field) => CellSql | undefined;
  readonly titleKey?: Layout['titleKey'];
  /** Of amounts whose field names none. */
  readonly currency?: string;
};

/** Records as `packages/db` stores them: columns for built-in fields, `fields` and `sort_keys` as jsonb. */
export function makeRowLayout(parts: RowLayoutParts): Layout {
  const { alias = 't', columns, derived, base = sql`true` } = parts;
  const row = name(alias);
  return {
    from: sql`${name(parts.table)} ${row}`,
    base,
    id: sql`${row}.id`,
    ...(parts.titleKey ? { titleKey: parts.titleKey } : {}),
    cell(field) {
      const computed = derived?.(field);
      if (computed !== undefined) return computed;
      if (!columns.has(field.id)) return jsonCell(field, row, parts);
      const cell = columnCell(field, row, parts);
      return parts.filled?.has(field.id) === true ? { ...cell, isFilled: true } : cell;
    },
  };
}

export function columnName(fieldId: string): string {
  return fieldId.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function columnCell(field: Field, row: Sql, parts: RowLayoutParts): CellSql {
  const column = sql`${row}.${name(columnName(field.id))}`;
  switch (parts.kindOf(field)) {
    case 'text':
      return withSortKey(field, row, field.type === 'link' ? sql`(${column} ->> 'url')` : column);
    case 'number':
      return { value: isMoney(field) ? moneySql(field, column, parts) : column };
    case 'date':
      return field.type === 'date' ? dayCell(column) : momentCell(column);
    case 'range':
      return rangeCell(column);
    case 'set':
      return { value: sql`nullif(${column}, '{}')`, has: (member) => sql`${member} = any(${column})` };
    case 'boolean':
    case 'reference':
    case 'document':
      return { value: column };
  }
}

function jsonCell(field: Field, row: Sql, parts: RowLayoutParts): CellSql {
  const json = sql`(${row}.fields -> ${jsonKey(field.id)})`;
  const text = sql`(${row}.fields ->> ${jsonKey(field.id)})`;
  switch (parts.kindOf(field)) {
    case 'text':
      return withSortKey(field, row, field.type === 'link' ? sql`(${json} ->> 'url')` : text);
    case 'number':
      return { value: isMoney(field) ? moneySql(field, json, parts) : sql`${text}::float8` };
    case 'boolean':
      return { value: sql`${text}::boolean` };
    case 'date':
      return field.type === 'date' ? dayCell(sql`${text}::date`) : momentCell(sql`${text}::timestamptz`);
    case 'range':
      return rangeCell(json);
    case 'set':
      return {
        value: sql`(select array_agg(member.value) from jsonb_array_elements_text(${json}) as member(value))`,
        has: (member) => sql`jsonb_exists(${json}, ${member})`,
      };
    case 'reference':
    case 'document':
      return { value: text };
  }
}

function withSortKey(field: Field, row: Sql, value: Sql): CellSql {
  return isOrderedExactly(field)
    ? { value }
    : { value, sortKey: sql`(${row}.sort_keys ->> ${jsonKey(field.id)})` };
}

function isMoney(field: Field): boolean {
  return field.type === 'number' && field.config.format === 'currency';
}

/** Minor units to major ones; all amounts of one field share its currency. */
function moneySql(field: Field, json: Sql, parts: RowLayoutParts): Sql {
  const units = minorUnits(field.config.currency ?? parts.currency ?? 'EUR');
  return sql`((${json} ->> 'amount')::float8 / ${constant(units)})`;
}

function dayCell(column: Sql): CellSql {
  return { value: daySql(column), native: { column, type: 'date' } };
}

function daySql(day: Sql): Sql {
  return sql`((${day} - date '1970-01-01') * '86400000'::float8)`;
}

function momentCell(column: Sql): CellSql {
  return {
    value: sql`floor(extract(epoch from ${column}) * 1000)::float8`,
    native: { column, type: 'timestamptz' },
  };
}

function rangeCell(json: Sql): CellSql {
  return { value: daySql(sql`(${json} ->> 'start')::date`), end: daySql(sql`(${json} ->> 'end')::date`) };
}
