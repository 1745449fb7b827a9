import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { makeDatabase } from '../make-database.ts';
import { openDatabase } from '../open-database.ts';
import { startScript } from '../testing/start-script.ts';
import { openEmbedded } from './open-embedded.ts';

const template = inject('testServers').embeddedTemplate;
let dataDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'throughline-test-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const ENDLESS = 'select count(*) from generate_series(1, 100000000000) n';

describe('the embedded database', () => {
  test('ends a statement at its time limit and goes on with nothing lost', async () => {
    const database = await openDatabase({ dataDir, template, statementLimitMs: 3_000 });
    await database.query('create table kept (id int primary key)');
    await database.query('insert into kept values (1)');
    const [endless, waiting] = await Promise.allSettled([
      database.query(ENDLESS),
      database.query('select id from kept'),
    ]);
    expect(endless).toMatchObject({ status: 'rejected', reason: { code: 'statement_timeout' } });
    expect(waiting).toMatchObject({ status: 'fulfilled', value: { rows: [{ id: 1 }] } });
    await database.close();
  });

  test('a transaction stopped by the time limit is rolled back as a whole', async () => {
    const database = await openDatabase({ dataDir, template });
    await database.query('create table kept (id int primary key)');
    const stopped = database.transaction(
      async (tx) => {
        await tx.query('insert into kept values (1)');
        await tx.query(ENDLESS);
      },
      { statementLimitMs: 300 },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'statement_timeout' });
    expect((await database.query('select * from kept')).rows).toEqual([]);
    await database.close();
  });

  test('a thread that dies within a transaction fails it and is replaced', async () => {
    const workerFile = join(import.meta.dirname, '../testing/crashing-worker.mjs');
    const backend = await openEmbedded({ dataDir, template, statementLimitMs: 60_000, workerFile });
    const database = makeDatabase(backend);
    await database.query('create table kept (id int primary key)');
    const broken = database.transaction(async (tx) => {
      await tx.query('insert into kept values (1)');
      await tx.query(`select 'crash'`).catch(() => undefined);
      await tx.query('insert into kept values (2)');
    });
    await expect(broken).rejects.toMatchObject({ code: 'database_unavailable', retryable: true });
    await database.transaction((tx) => tx.query('insert into kept values (3)'));
    expect((await database.query('select * from kept')).rows).toEqual([{ id: 3 }]);
    await database.close();
  });

  test('a second process is refused with the directory and the holder named', async () => {
    const database = await openDatabase({ dataDir, template });
    await expect(openDatabase({ dataDir, template })).rejects.toMatchObject({
      code: 'directory_in_use',
      message: expect.stringContaining(`Process ${process.pid}`),
    });
    await database.close();
    const again = await openDatabase({ dataDir, template });
    await again.close();
  });

  test('the directory of a process that was killed is free', async () => {
    const database = await openDatabase({ dataDir, template });
    await database.close();
    const holder = await startScript(join(import.meta.dirname, '../testing/hold-directory.ts'), [dataDir]);
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'directory_in_use' });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const again = await openDatabase({ dataDir });
    await again.close();
  });

  test('a directory of another PostgreSQL is refused with both versions named', async () => {
    const database = await openDatabase({ dataDir, template });
    await database.close();
    await writeFile(join(dataDir, 'database', 'PG_VERSION'), '17\n');
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({
      code: 'database_version',
      message: expect.stringMatching(/PostgreSQL 17.*uses 18/),
    });
  });

  test('is vacuumed, analysed and checkpointed while it is open', async () => {
    const backend = await openEmbedded({
      dataDir,
      template,
      statementLimitMs: 60_000,
      maintenanceIntervalMs: 100,
    });
    const database = makeDatabase(backend);
    await database.query('create table busy (id int primary key, n int)');
    await database.query('insert into busy select n, n from generate_series(1, 1000) n');
    await database.query('update busy set n = n + 1');
    await expect
      .poll(() => readMaintenance(), { timeout: 20_000, interval: 100 })
      .toEqual({ vacuumed: true, analysed: true, checkpointed: true });
    await database.close();

    async function readMaintenance(): Promise<unknown> {
      const { rows } = await database.query(`
        select last_vacuum is not null as vacuumed, last_analyze is not null as analysed,
               (select pg_current_wal_insert_lsn() - redo_lsn < 10000 from pg_control_checkpoint()) as checkpointed
        from pg_stat_user_tables where relname = 'busy'`);
      return rows[0];
    }
  });
});
