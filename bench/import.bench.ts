/** A CSV of ideas imported through the running product: rows a second, from the command to its report. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@throughline/db';
import { findPostgres, startTestServer } from '@throughline/db/testing';
import { startInstallation } from './installation.ts';
import type { Measure, Measures } from './measure.ts';

const ROWS = 20_000;
const STATUSES = ['New', 'Exploring', 'Later', 'Next', 'Now', 'Shipped'];

export async function measureImport(): Promise<Measures> {
  const embedded = { 'import.embedded': await measureOn(null) };
  const programs = findPostgres();
  if (programs === undefined) return embedded;
  const server = await startTestServer({ programs, durable: true });
  try {
    const database = await openDatabase({ url: server.url });
    await database.query('create database imported');
    await database.close();
    return {
      ...embedded,
      'import.postgres': await measureOn(server.url.replace('/postgres?', '/imported?')),
    };
  } finally {
    await server.stop();
  }
}

async function measureOn(databaseUrl: string | null): Promise<Measure> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-import-'));
  const file = join(directory, 'ideas.csv');
  await writeFile(file, makeCsv());
  const installation = await startInstallation(databaseUrl);
  try {
    const started = performance.now();
    const result = JSON.parse(installation.command('import', file, '--as', 'ideas', '--space', 'PROD')) as {
      created: number;
    };
    if (result.created !== ROWS) throw new Error(`${result.created} of ${ROWS} rows were created`);
    return { value: ROWS / ((performance.now() - started) / 1000), unit: 'rows/s' };
  } finally {
    await installation.close();
    await rm(directory, { recursive: true, force: true });
  }
}

function makeCsv(): string {
  const rows = Array.from({ length: ROWS }, (_, index) =>
    [
      `Issue-${index}`,
      `Idea number ${index} of a long list, "quoted"`.replaceAll('"', '""'),
      STATUSES[index % STATUSES.length],
      index % 5,
      `2026-01-${String((index % 28) + 1).padStart(2, '0')}T10:00:00Z`,
      'search;export',
    ]
      .map((cell) => `"${cell}"`)
      .join(','),
  );
  return ['Issue id,Title,Status,Points,Created,Labels', ...rows].join('\n');
}
