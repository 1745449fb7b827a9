import { MODEL } from '@throughline/model';
import { expect, it } from 'vitest';
import { createTableSql } from './record-table.ts';
import { describeDatabases } from './testing/index.ts';

describeDatabases('record tables', (test) => {
  const describeTables = async (schema: string) => {
    const { rows } = await test.database.query<{ name: string; columns: string[]; indexes: string[] }>(
      `select c.relname as name,
         array(select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attname) as columns,
         array(select i.indexrelid::regclass::text from pg_index i where i.indrelid = c.oid order by 1) as indexes
       from pg_class c where c.relkind = 'r' and c.relnamespace = $1::regnamespace order by 1`,
      [schema],
    );
    return new Map(rows.map((row) => [row.name, row.columns]));
  };

  it('are migrated as the entities are declared', async () => {
    const migrated = await describeTables('public');
    await test.database.query('create schema declared');
    await test.database.query(
      `set search_path = declared; ${MODEL.entities.map((entity) => createTableSql(MODEL, entity)).join('\n')}; reset search_path`,
    );
    const declared = await describeTables('declared');
    expect(Object.fromEntries([...declared].map(([name]) => [name, migrated.get(name)]))).toEqual(
      Object.fromEntries(declared),
    );
  });
});
