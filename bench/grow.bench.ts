/**
 * Pages of a view that the server answers on PostgreSQL: of 100,000 ideas, and of a million, where a browser no
 * longer holds them all. Times are over HTTP, the medians of rounds.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '@throughline/db';
import { findPostgres, startTestServer } from '@throughline/db/testing';
import { startInstallation, type Installation } from './installation.ts';
import { median, type Measure, type Measures } from './measure.ts';

/** Ideas that come through the import; the others are made of them in the database. */
const IMPORTED = 1000;
const SIZES = [100_000, 1_000_000] as const;
const ROUNDS = 7;
const STAGES = ['seed', 'sprout', 'tree'];
const STATUSES = ['New', 'Exploring', 'Later', 'Next', 'Now', 'Shipped'];

const PAGES = {
  updated: 'sort=-updatedAt',
  created: 'sort=-createdAt',
  key: 'sort=key',
  title: 'sort=title',
  rank: 'sort=rank',
  number: 'sort=-reach',
  formula: 'sort=-score',
  markedNumber: 'sort=-volume',
  markedFormula: 'sort=-value',
  markedSelect: 'sort=stage',
  markedFilter: `filter=${encodeURIComponent('value > 40000')}&sort=-value`,
  status: `filter=${encodeURIComponent('status = "now"')}&sort=-updatedAt`,
  search: `filter=${encodeURIComponent('title contains "wrote" and reach > 90')}&sort=-reach`,
} as const;

export async function measureGrowth(): Promise<Measures> {
  const programs = findPostgres();
  if (programs === undefined) return {};
  const server = await startTestServer({ programs, durable: false });
  try {
    const measures: Record<string, Measure> = {};
    const installation = await startInstallation(server.url);
    const database = await openDatabase({ url: server.url });
    try {
      await importIdeas(installation);
      await waitForIndexes(installation, FIELDS.length - 1);
      for (const size of SIZES) {
        await multiply(database, size);
        Object.assign(measures, await measurePages(installation, size === SIZES[0] ? 'page' : 'grow'));
      }
      Object.assign(measures, await measureIndexing(installation));
      Object.assign(measures, await measurePages(installation, 'grow.marked', { updated: PAGES.updated }));
    } finally {
      await database.close();
      await installation.close();
    }
    return measures;
  } finally {
    await server.stop();
  }
}

async function importIdeas({ command, url, token }: Installation): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-grow-'));
  const file = join(directory, 'ideas.csv');
  const rows = Array.from({ length: IMPORTED }, (_, index) =>
    [
      `I-${index}`,
      `Idea ${(index * 7919) % IMPORTED} that somebody wrote down`,
      STATUSES[index % STATUSES.length],
      index % 97,
      (index * 7) % 13,
    ].join(','),
  );
  await writeFile(file, ['Issue id,Title,Status,Reach,Effort', ...rows].join('\n'));
  command('import', file, '--as', 'ideas', '--space', 'PROD');
  await rm(directory, { recursive: true, force: true });
  for (const field of FIELDS) await addField({ url, token }, field);
}

async function addField({ url, token }: Pick<Installation, 'url' | 'token'>, field: object): Promise<void> {
  const answer = await fetch(`${url}/api/v1/fields`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ entity: 'idea', ...field }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

const FIELDS = [
  { name: 'Score', type: 'formula', config: { expression: 'reach / (effort + 1)' } },
  { name: 'Volume', type: 'number', config: { sortable: true } },
  { name: 'Value', type: 'formula', config: { expression: 'reach / (effort + 1)', sortable: true } },
  {
    name: 'Stage',
    type: 'select',
    config: { options: STAGES.map((key) => ({ key, name: key })), sortable: true },
  },
];

/** From a formula that is marked until lists begin with its index; the workspace is in use meanwhile. */
async function measureIndexing(installation: Installation): Promise<Measures> {
  const start = performance.now();
  const config = { expression: 'effort * 2 + reach', sortable: true };
  await addField(installation, { name: 'Weighed', type: 'formula', config });
  await waitForIndexes(installation, FIELDS.length);
  const value = performance.now() - start;
  // A built-in order is marked by a record of its own.
  const updated = { key: 'updatedAt', name: 'Updated', config: { sortable: true } };
  await addField(installation, updated);
  await waitForIndexes(installation, FIELDS.length + 1);
  return { 'grow.indexing': { value, unit: 'ms' } };
}

/** Until the server says that so many orders are kept. */
async function waitForIndexes({ url, token }: Installation, count: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/v1/sort-indexes`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await answer.json()) as { items: readonly { state: string }[] };
    if (items.length === count && items.every(({ state }) => state === 'ready')) return;
    if (items.some(({ state }) => state === 'failed')) throw new Error(JSON.stringify(items));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Copies of the imported ideas with ids, keys, titles, times and numbers of their own, up to `size` in all. */
async function multiply(database: Database, size: number): Promise<void> {
  const { rows } = await database.query<{ id: string; key: string }>(
    `select id, key from field where entity = 'idea'`,
  );
  const idOf = (key: string): string => rows.find((row) => row.key === key)?.id ?? '';
  const { rows: columns } = await database.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'idea' and is_generated = 'NEVER'`,
  );
  const own: Record<string, string> = {
    id: `'idea_' || lpad(to_hex(n), 26, '0')`,
    key: `'GROW-' || n`,
    title: `t.title || ' ' || n`,
    updated_at: `t.updated_at - n * interval '1 second'`,
    created_at: `t.created_at - n * interval '2 seconds'`,
    fields: `t.fields || jsonb_build_object('${idOf('reach')}', (n::bigint * 7919) % 99991,
      '${idOf('volume')}', (n::bigint * 104729) % 99991, '${idOf('stage')}', (array['${STAGES.join("', '")}'])[n % 3 + 1])`,
    sort_keys: `t.sort_keys || jsonb_build_object('title', (t.sort_keys ->> 'title') || n)`,
  };
  const names = columns.map(({ name }) => name);
  const before = await database.query<{ count: number }>('select count(*)::int as count from idea');
  await database.transaction(async (tx) => {
    await tx.query('set local statement_timeout = 0');
    await tx.query(
      `insert into idea (${names.map((name) => `"${name}"`).join(', ')})
     select ${names.map((name) => own[name] ?? `t."${name}"`).join(', ')}
     from generate_series(${before.rows[0]?.count ?? 0} + 1, ${size}) n
     join (select *, row_number() over (order by id) as place from idea where key not like 'GROW-%') t
       on t.place = n % ${IMPORTED} + 1`,
    );
  });
  await database.query('analyze idea');
}

async function measurePages(
  { url, token }: Installation,
  prefix: string,
  pages: Readonly<Record<string, string>> = PAGES,
): Promise<Measures> {
  const measures: Record<string, Measure> = {};
  for (const [name, query] of Object.entries(pages)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      const answer = await fetch(`${url}/api/v1/ideas?limit=50&${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { items } = (await answer.json()) as { items?: readonly unknown[] };
      if (items?.length !== 50) throw new Error(`${query}: ${answer.status}`);
      times.push(performance.now() - start);
    }
    measures[`${prefix}.${name}`] = { value: median(times), unit: 'ms' };
  }
  return measures;
}
