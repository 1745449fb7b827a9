/**
 * How records lie in tables, derived from the declarations: one table an entity, a column for each built-in
 * field, `fields` for custom ones, `sort_keys` for the order of texts (see text-order in base). Derived
 * values and documents have no column.
 */
import type { Entity, Field, Model } from '@throughline/model';

export type RecordColumn = { readonly field: Field; readonly name: string; readonly type: SqlType };
export type SqlType = 'text' | 'float8' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'text[]';

export type RecordTable = {
  readonly entity: Entity;
  /** Quoted. */
  readonly name: string;
  readonly columns: readonly RecordColumn[];
};

export function recordTable(model: Model, entity: Entity): RecordTable {
  return {
    entity,
    name: quoteName(snakeCase(entity.name)),
    columns: entity.fields.flatMap((field) => {
      const type = columnType(model, field);
      return type === null ? [] : [{ field, name: quoteName(snakeCase(field.id)), type }];
    }),
  };
}

export function snakeCase(name: string): string {
  return name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Null for what is not stored in the row. */
function columnType(model: Model, field: Field): SqlType | null {
  const type = model.fieldType(field.type);
  if (type.derived === true || type.name === 'document' || type.name === 'relation') return null;
  if (type.name === 'data' || type.name === 'link') return 'jsonb';
  if (type.name === 'number' && field.config.format === 'currency') return 'jsonb';
  if (type.name === 'date') return 'date';
  switch (model.kindOf(field)) {
    case 'text':
    case 'document':
    case 'reference':
      return 'text';
    case 'number':
      return 'float8';
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'timestamptz';
    case 'range':
      return 'jsonb';
    case 'set':
      return 'text[]';
  }
}

/** The statements that make the table: what migrations are compared with, and what tests' own entities use. */
export function createTableSql(model: Model, entity: Entity): string {
  const table = recordTable(model, entity);
  const columns = table.columns.map((column) => `  ${column.name} ${column.type}`);
  return [
    `create table ${table.name} (`,
    '  workspace_id text not null,',
    '  id text collate "C" not null,',
    ...columns.map((column) => `${column},`),
    "  fields jsonb not null default '{}',",
    "  sort_keys jsonb not null default '{}',",
    '  primary key (workspace_id, id)',
    ');',
    ...indexSql(model, table),
  ].join('\n');
}

/** Records are found by space and by each record they point to. */
function indexSql(model: Model, table: RecordTable): string[] {
  const plain = snakeCase(table.entity.name);
  return table.columns
    .filter(({ field }) => model.kindOf(field) === 'reference' && field.id !== 'createdBy')
    .filter(({ field }) => field.config.target !== undefined || field.type === 'company')
    .map(
      ({ name, field }) =>
        `create index ${plain}_${snakeCase(field.id)} on ${table.name} (workspace_id, ${name})${field.required === true ? '' : ` where ${name} is not null`};`,
    );
}
