/**
 * Ideas created over HTTP by eight clients in one workspace, beside a bare transaction of row, change and counter
 * through the driver with the same durability; and how soon another client sees a change.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeId, textOf, type JsonObject } from '@throughline/base';
import { makeApi } from '@throughline/client';
import { openDatabase, migrate, type Database } from '@throughline/db';
import { findPostgres, startTestServer } from '@throughline/db/testing';
import { MODEL } from '@throughline/model';
import { createWorkspace, execute, makeRuntime } from '@throughline/operations';
import { Pool } from 'undici';
import { startInstallation, type Installation } from './installation.ts';
import { median, withBaseline, type Measure, type Measures } from './measure.ts';

const CLIENTS = 8;
const WORKSPACES = 64;
const SECONDS = 4;
const ids = { now: Date.now, randomBytes };

export async function measureWrites(): Promise<Measures> {
  const embedded = await measureEmbedded();
  const programs = findPostgres();
  if (programs === undefined) return embedded;
  const server = await startTestServer({ programs, durable: true });
  try {
    return { ...embedded, ...(await measureServer(server.url)) };
  } finally {
    await server.stop();
  }
}

async function measureEmbedded(): Promise<Measures> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-bare-'));
  const database = await openDatabase({ dataDir: directory });
  const bare = await measureBare(database);
  await database.close();
  await rm(directory, { recursive: true, force: true });
  const tokens: string[] = [];
  const installation = await startInstallation(null, (fresh) => addWorkspaces(fresh, tokens));
  const overHttp = await measureHttp(installation.url, [installation.token]);
  const overMany = await measureHttp(installation.url, tokens);
  await installation.close();
  return {
    'writes.embedded': withBaseline(overHttp, '/s', bare),
    'writes.embedded.64': { value: overMany, unit: '/s' },
  };
}

async function measureServer(url: string): Promise<Measures> {
  const database = await openDatabase({ url: await createDatabase(url, 'bare') });
  const bare = await measureBare(database);
  await database.close();
  const tokens: string[] = [];
  const served = await createDatabase(url, 'served');
  const installation = await startInstallation(served, (fresh) => addWorkspaces(fresh, tokens));
  const overHttp = await measureHttp(installation.url, [installation.token]);
  const overMany = await measureHttp(installation.url, tokens);
  const latency = await measureLatency(installation);
  await installation.close();
  return {
    'writes.postgres': withBaseline(overHttp, '/s', bare),
    'writes.postgres.64': { value: overMany, unit: '/s' },
    'live.latency': latency,
  };
}

async function createDatabase(url: string, name: string): Promise<string> {
  const database = await openDatabase({ url });
  await database.query(`create database ${name}`);
  await database.close();
  return url.replace('/postgres?', `/${name}?`);
}

/** Begin, insert a row, insert a change, bump a counter, commit: what any product of this kind must do. */
async function measureBare(database: Database): Promise<number> {
  await migrate(database);
  await database.query(`create table bare_row (id text primary key, title text, fields jsonb);
    create table bare_change (seq bigint primary key, id text, after jsonb);
    create table bare_counter (id int primary key, seq bigint); insert into bare_counter values (1, 0)`);
  return countFor(SECONDS, async () => {
    const id = makeId('idea', ids);
    await database.transaction(async (tx) => {
      await tx.query('insert into bare_row values ($1, $2, $3)', [
        id,
        'A title of usual length',
        '{"reach": 1}',
      ]);
      await tx.query(
        `with bumped as (update bare_counter set seq = seq + 1 where id = 1 returning seq)
         insert into bare_change select seq, $1, $2 from bumped`,
        [id, '{"title": "A title of usual length", "reach": 1}'],
      );
    });
  });
}

/** Workspaces with a space each, and a token for it. */
async function addWorkspaces(database: Database, tokens: string[]): Promise<void> {
  const runtime = makeRuntime({ database, model: MODEL, ids });
  for (let number = 1; number <= WORKSPACES; number++) {
    const admin = { name: 'Ada', email: `ada-${number}@example.com`, account: `none-${number}` };
    const { workspace, person } = await createWorkspace(runtime, { name: `Bench ${number}`, admin });
    const act = (operation: string, input: JsonObject) =>
      execute(runtime, { workspace, actor: { kind: 'person', person }, source: 'api', operation, input });
    await act('space.create', { key: 'PROD', name: 'Product' });
    tokens.push(textOf((await act('token.create', { name: 'Bench' })).result['secret']));
  }
}

/** A thin client, so that the load costs little of the two cores it shares with what it measures. */
async function measureHttp(url: string, tokens: readonly string[]): Promise<number> {
  const pool = new Pool(url, { connections: CLIENTS, pipelining: 1 });
  const body = JSON.stringify({ space: 'PROD', title: 'A title of usual length' });
  let turn = 0;
  const create = async (): Promise<void> => {
    const headers = {
      authorization: `Bearer ${tokens[turn++ % tokens.length]}`,
      'content-type': 'application/json',
    };
    const response = await pool.request({ method: 'POST', path: '/api/v1/ideas', headers, body });
    await response.body.dump();
    if (response.statusCode !== 201) throw new Error(`The server answered ${response.statusCode}`);
  };
  await countFor(1, create);
  const rate = await countFor(SECONDS, create);
  await pool.close();
  return rate;
}

/** Completed a second, by clients that go on as soon as they are answered. */
async function countFor(seconds: number, work: () => Promise<void>): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  let count = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      await work();
      count++;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return count / ((performance.now() - started) / 1000);
}

/** From one client's request to another's event. */
async function measureLatency({ url, token }: Installation): Promise<Measure> {
  const api = makeApi({ baseUrl: url, token, fetch });
  const stream = await api.open('/v1/sync/changes?since=999999999');
  void stream.body?.cancel();
  const { body } = await api.call('GET', '/sync/snapshot');
  const controller = new AbortController();
  const response = await api.open(`/v1/sync/changes?since=${Number(body['seq'])}`, {
    signal: controller.signal,
  });
  const waiting = new Map<string, (at: number) => void>();
  void readEvents(response, waiting).catch(() => undefined);
  const times: number[] = [];
  for (let round = 0; round < 100; round++) {
    const id = makeId('idea', ids);
    const seen = new Promise<number>((resolve) => waiting.set(id, resolve));
    const sent = performance.now();
    await api.call('POST', '/ideas', { body: { id, space: 'PROD', title: `Latency ${round}` } });
    times.push((await seen) - sent);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  controller.abort();
  return { value: median(times), unit: 'ms' };
}

async function readEvents(response: Response, waiting: Map<string, (at: number) => void>): Promise<void> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    const text = decoder.decode(part.value as Uint8Array);
    for (const [id, resolve] of waiting) {
      if (!text.includes(id)) continue;
      waiting.delete(id);
      resolve(performance.now());
    }
  }
}
