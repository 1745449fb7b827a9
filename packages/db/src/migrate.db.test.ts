import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { readMigrations, type Migration } from './read-migrations.ts';
import { describeDatabases } from './testing/describe-databases.ts';

let directory = '';
let migrations: readonly Migration[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'throughline-migrations-'));
  await writeFile(
    join(directory, '0001-first.sql'),
    'create table first (id int); insert into first values (1);',
  );
  await writeFile(join(directory, '0002-second.sql'), 'alter table first add column name text;');
  migrations = await readMigrations(directory);
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

async function openEmpty(openFresh: () => Promise<Database>): Promise<Database> {
  const database = await openFresh();
  await database.query('drop schema public cascade');
  await database.query('create schema public');
  return database;
}

describeDatabases('migrations', ({ openFresh, kind }) => {
  test('are applied in their order and once', async () => {
    const database = await openEmpty(openFresh);
    expect(await migrate(database, { migrations })).toEqual(['0001-first', '0002-second']);
    expect(await migrate(database, { migrations })).toEqual([]);
    expect((await database.query('select * from first')).rows).toEqual([{ id: 1, name: null }]);
  });

  test('that fail leave nothing of themselves and keep those before', async () => {
    const database = await openEmpty(openFresh);
    const broken = {
      number: 3,
      name: '0003-broken',
      sql: 'create table third (); select 1 / 0',
      checksum: 'x',
    };
    const failing = migrate(database, { migrations: [...migrations, broken] });
    await expect(failing).rejects.toThrow('Migration 0003-broken: division by zero');
    expect(await migrate(database, { migrations })).toEqual([]);
    const { rows } = await database.query(`select to_regclass('third') as third`);
    expect(rows).toEqual([{ third: null }]);
  });

  test('of a newer release are refused', async () => {
    const database = await openEmpty(openFresh);
    await migrate(database, { migrations });
    await expect(migrate(database, { migrations: migrations.slice(0, 1) })).rejects.toMatchObject({
      code: 'schema_newer',
      message: expect.stringContaining('0002-second'),
    });
  });

  test('that were edited after they were applied are refused', async () => {
    const database = await openEmpty(openFresh);
    await migrate(database, { migrations });
    const edited = migrations.map((migration) => ({ ...migration, checksum: `${migration.checksum}0` }));
    await expect(migrate(database, { migrations: edited })).rejects.toMatchObject({
      code: 'migration_changed',
    });
  });

  test('started several times at once are applied once', async () => {
    const database = await openEmpty(openFresh);
    const starts = kind === 'server' ? 8 : 2;
    const applied = await Promise.all(
      Array.from({ length: starts }, () => migrate(database, { migrations })),
    );
    expect(applied.flat().sort()).toEqual(['0001-first', '0002-second']);
  });
});

describe('a directory of migrations', () => {
  test('with a gap in its numbers is refused', async () => {
    const gap = await mkdtemp(join(tmpdir(), 'throughline-migrations-'));
    await writeFile(join(gap, '0002-second.sql'), 'select 1');
    await expect(readMigrations(gap)).rejects.toMatchObject({ code: 'migration_invalid' });
    await rm(gap, { recursive: true });
  });
});
