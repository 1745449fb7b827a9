import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Database } from '../database.ts';
import { errorCode } from '../database-error.ts';
import { makeDatabase } from '../make-database.ts';
import { openDatabase } from '../open-database.ts';
import { prepareDataDirectory } from './data-directory.ts';
import { openEmbedded } from './open-embedded.ts';

const template = inject('testServers').embeddedTemplate;
const CLIENTS = 8;
const TRANSACTIONS = 64;
let dataDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'throughline-test-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

describe('after a power cut that drops every write not followed by fsync', () => {
  test('every acknowledged transaction is there, cut after cut', async () => {
    for (const last of [1, 2].map((cut) => cut * TRANSACTIONS)) {
      const acknowledged = await writeUntilPowerCut('power-cut-worker.mjs', last);
      expect(acknowledged.length).toBeGreaterThan(CLIENTS);
      const kept = await readKept();
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    }
  });

  test('PGlite as it comes has lost acknowledged transactions, so the test can tell', async () => {
    const acknowledged = await writeUntilPowerCut('stock-power-cut-worker.mjs', TRANSACTIONS);
    expect(acknowledged.length).toBeGreaterThan(CLIENTS);
    const kept = await readKept();
    expect(acknowledged.filter((id) => !kept.has(id)).length).toBeGreaterThan(CLIENTS);
  });
});

/**
 * Writes from several clients until the power goes in the middle of the transaction with the id `last`, and
 * leaves on the disk what that keeps. Returns the ids that were acknowledged.
 */
async function writeUntilPowerCut(worker: string, last: number): Promise<readonly number[]> {
  const directory = await prepareDataDirectory(dataDir, template);
  const image = `${directory}.image`;
  await cp(directory, image, { recursive: true });
  const workerFile = join(import.meta.dirname, '../testing', worker);
  const database = makeDatabase(await openEmbedded({ dataDir, statementLimitMs: 60_000, workerFile }));
  const acknowledged = await writeFromClients(database, last);
  await database.close();
  await rm(directory, { recursive: true });
  await rm(image, { recursive: true, force: true });
  await rename(`${image}.cut`, directory);
  return acknowledged;
}

async function writeFromClients(database: Database, last: number): Promise<readonly number[]> {
  await database.query('create table if not exists written (id int primary key)');
  const acknowledged: number[] = [];
  let next = last - TRANSACTIONS + 1;
  const insert = (id: number): Promise<void> =>
    database.transaction(async (tx) => {
      await tx.query('insert into written values ($1)', [id]);
      if (id === last) await tx.query(`select 'power cut'`);
    });
  const client = async (): Promise<void> => {
    while (next <= last) {
      const id = (next += 1) - 1;
      await insert(id);
      acknowledged.push(id);
    }
  };
  await Promise.allSettled(Array.from({ length: CLIENTS }, client));
  return acknowledged;
}

async function readKept(): Promise<ReadonlySet<unknown>> {
  const database = await openDatabase({ dataDir });
  try {
    const { rows } = await database.query(`select id from written`);
    return new Set(rows.map(({ id }) => id as unknown));
  } catch (error) {
    // The table itself was lost.
    if (errorCode(error) === '42P01') return new Set();
    throw error;
  } finally {
    await database.close();
  }
}
