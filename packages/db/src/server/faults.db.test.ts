import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { findPostgres } from '../testing/find-postgres.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

const programs = findPostgres();

describe.skipIf(programs === undefined)(`a server${programs === undefined ? ' (missing)' : ''}`, () => {
  let server: TestServer;
  let database: Database;

  beforeAll(async () => {
    server = await startTestServer({ programs: programs ?? '', durable: true });
    database = await openDatabase({ url: server.url, statementLimitMs: 500 });
    await database.query('create table kept (id int primary key)');
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  test('ends a statement at its time limit', async () => {
    await expect(database.query('select pg_sleep(5)')).rejects.toMatchObject({ code: 'statement_timeout' });
    const patient = database.transaction((tx) => tx.query('select pg_sleep(0.7)'), {
      statementLimitMs: 5_000,
    });
    await expect(patient).resolves.toMatchObject({ rowCount: 1 });
    await expect(database.query('select pg_sleep(5)')).rejects.toMatchObject({ code: 'statement_timeout' });
  });

  test('that is gone is reported as such, and used again when it is back', async () => {
    await database.query('insert into kept values (1)');
    const interrupted = database.transaction(async (tx) => {
      await tx.query('insert into kept values (2)');
      await server.crash();
      await tx.query('insert into kept values (3)');
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'database_unavailable', retryable: true });
    const refused = { code: 'database_unavailable', retryable: true };
    await expect(database.query('select 1')).rejects.toMatchObject(refused);
    await expect(database.transaction((tx) => tx.query('select 1'))).rejects.toMatchObject(refused);
    await server.restart();
    expect((await database.query('select id from kept')).rows).toEqual([{ id: 1 }]);
  });

  test('that is not there at the start is named', async () => {
    await expect(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/x' })).rejects.toMatchObject({
      code: 'database_unavailable',
    });
  });
});
