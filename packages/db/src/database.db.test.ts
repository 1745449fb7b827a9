import { expect, test } from 'vitest';
import { describeDatabases } from './testing/describe-databases.ts';

describeDatabases('values', (suite) => {
  test('arrive in one form', async () => {
    const { rows } = await suite.database.query(
      `select 1::int4 as int4, 9007199254740991::int8 as int8, count(*) as count, 1.5::float8 as float8,
              1.50::numeric as numeric, true as yes, 'a'::text as text, null::text as nothing,
              '2026-11-23 05:13:10.123456+00'::timestamptz as instant,
              '2026-11-23 07:13:10+02'::timestamptz as whole,
              '2026-11-23'::date as date, '{"a": [1]}'::jsonb as json,
              '\\x00ff'::bytea as bytes, '{1,2,null}'::int8[] as ints, '{a,"b,c"}'::text[] as texts,
              '{2026-11-23}'::date[] as dates,
              '{2026-11-23 05:13:10.1+00}'::timestamptz[] as instants`,
    );
    expect(rows[0]).toEqual({
      int4: 1,
      int8: 9007199254740991,
      count: 1,
      float8: 1.5,
      numeric: '1.50',
      yes: true,
      text: 'a',
      nothing: null,
      instant: '2026-11-23T05:13:10.123Z',
      whole: '2026-11-23T05:13:10.000Z',
      date: '2026-11-23',
      json: { a: [1] },
      bytes: Buffer.from([0, 255]),
      ints: [1, 2, null],
      texts: ['a', 'b,c'],
      dates: ['2026-11-23'],
      instants: ['2026-11-23T05:13:10.100Z'],
    });
  });

  test('an int8 that is no safe number is an error', async () => {
    await expect(suite.database.query('select 9007199254740993::int8')).rejects.toThrow('does not fit');
  });
});

describeDatabases('a transaction', (suite) => {
  test('that throws leaves nothing behind', async () => {
    const { database } = suite;
    await database.query('create table kept (id int primary key)');
    const failing = database.transaction(async (tx) => {
      await tx.query('insert into kept values (1)');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await database.transaction((tx) => tx.query('insert into kept values (2)'));
    expect((await database.query('select id from kept')).rows).toEqual([{ id: 2 }]);
  });

  test('that swallows the error of a statement is not committed', async () => {
    const swallowing = suite.database.transaction(async (tx) => {
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('swallowed');
  });

  test('is repeated after a serialisation failure', async () => {
    const attempts: number[] = [];
    await suite.database.transaction(async (tx) => {
      attempts.push(tx.attempt);
      if (tx.attempt < 3)
        await tx.query(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
    });
    expect(attempts).toEqual([1, 2, 3]);
  });

  test('refuses the database and a second transaction inside it, instead of waiting for itself', async () => {
    const { database } = suite;
    const asked = database.transaction(() => database.query('select 1'));
    await expect(asked).rejects.toThrow('use its tx');
    const nested = database.transaction(() => database.transaction(async () => 1));
    await expect(nested).rejects.toThrow('use its tx');
    const built = database.transaction(() => database.kysely.selectFrom('migration').selectAll().execute());
    await expect(built).rejects.toThrow('use its tx');
  });

  test('runs kysely within itself', async () => {
    const names = await suite.database.transaction((tx) =>
      tx.kysely.selectFrom('migration').select('name').where('number', '=', 0).execute(),
    );
    expect(names).toEqual([{ name: 'lock' }]);
  });

  test('is rolled back when its signal is aborted', async () => {
    const { database } = suite;
    await database.query('create table aborted (id int)');
    const abort = new AbortController();
    const running = database.transaction(
      async (tx) => {
        await tx.query('insert into aborted values (1)');
        abort.abort();
      },
      { signal: abort.signal },
    );
    await expect(running).rejects.toThrow('aborted');
    expect((await database.query('select * from aborted')).rows).toEqual([]);
  });

  test('many at once all commit', async () => {
    const { database } = suite;
    await database.query('create table counted (id int primary key)');
    const ids = Array.from({ length: 64 }, (_, id) => id);
    await Promise.all(
      ids.map((id) => database.transaction((tx) => tx.query('insert into counted values ($1)', [id]))),
    );
    expect((await database.query('select count(*) as n from counted')).rows).toEqual([{ n: 64 }]);
  });
});

describeDatabases('a transaction that waits for something else', (suite) => {
  test('is rolled back at the time limit and frees its connection', async () => {
    const database = await suite.openFresh({ statementLimitMs: 2_000 });
    await database.query('create table kept (id int)');
    const waiting = database.transaction(async (tx) => {
      await tx.query('insert into kept values (1)');
      await new Promise(() => undefined);
    });
    await expect(waiting).rejects.toMatchObject({ code: 'transaction_idle' });
    expect((await database.query('select * from kept')).rows).toEqual([]);
  });
});

describeDatabases('a failed statement', (suite) => {
  test('keeps its SQLSTATE and leaves the connection usable', async () => {
    const { database } = suite;
    await expect(database.query('select * from nowhere')).rejects.toMatchObject({ code: '42P01' });
    await expect(database.query('select $1::int', ['x'])).rejects.toMatchObject({ code: '22P02' });
    expect((await database.query('select $1::int as n', [3])).rows).toEqual([{ n: 3 }]);
  });

  test('by a value that can not be sent fails alone', async () => {
    const { database } = suite;
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    await expect(database.query('select $1::jsonb as x', [loop])).rejects.toThrow('circular');
    const failing = database.transaction((tx) => tx.query('select $1::jsonb as x', [loop]));
    await expect(failing).rejects.toThrow('circular');
    for (const n of [1, 2, 3]) {
      const read = database.transaction(async (tx) => (await tx.query('select $1::int as n', [n])).rows);
      expect(await read).toEqual([{ n }]);
      expect((await database.query('select $1::int as n', [n])).rows).toEqual([{ n }]);
    }
  });

  test('first in a transaction fails the transaction, and the next one works', async () => {
    const { database } = suite;
    for (const text of ['select * from nowhere', 'select $1::int from nowhere', 'not sql at all']) {
      const values = text.includes('$1') ? [1] : [];
      await expect(database.transaction((tx) => tx.query(text, values))).rejects.toMatchObject({
        code: expect.stringMatching(/^42/),
      });
      expect((await database.transaction((tx) => tx.query('select 1 as n'))).rows).toEqual([{ n: 1 }]);
    }
  });
});
