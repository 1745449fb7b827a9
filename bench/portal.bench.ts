/**
 * A portal of 10,000 requests on PostgreSQL: how long the server takes for a page, what it weighs, and how many
 * submissions a second are kept, with none lost and none kept twice.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '@throughline/db';
import { findPostgres, startTestServer } from '@throughline/db/testing';
import { Pool } from 'undici';
import { startInstallation, type Installation } from './installation.ts';
import { median, type Measures } from './measure.ts';

const POSTS = 10_000;
const VOTES = 50_000;
const ROUNDS = 20;
const CLIENTS = 16;
const SECONDS = 20;
const WORDS = [
  'export',
  'report',
  'mobile',
  'colour',
  'account',
  'search',
  'invoice',
  'calendar',
  'offline',
  'tag',
];

export async function measurePortal(): Promise<Measures> {
  const programs = findPostgres();
  if (programs === undefined) return {};
  const server = await startTestServer({ programs, durable: true });
  try {
    const installation = await startInstallation(server.url);
    const database = await openDatabase({ url: server.url });
    try {
      await fill(installation, database);
      const pages = await measurePages(installation.url);
      return { ...pages, ...(await measureIntake(installation, database)) };
    } finally {
      await database.close();
      await installation.close();
    }
  } finally {
    await server.stop();
  }
}

async function fill({ command, url, token }: Installation, database: Database): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-portal-'));
  const file = join(directory, 'feedback.csv');
  const word = (n: number): string => WORDS[n % WORDS.length] ?? '';
  const rows = Array.from(
    { length: POSTS },
    (_, n) =>
      `F-${n},Let us ${word(n)} the ${word(n * 7 + 3)} number ${n},"We need the ${word(n * 3)} every week."`,
  );
  await writeFile(file, ['Issue id,Title,Body', ...rows].join('\n'));
  command('import', file, '--as', 'feedback', '--space', 'PROD');
  await rm(directory, { recursive: true, force: true });
  const answer = await fetch(`${url}/api/v1/portals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ space: 'PROD', name: 'Bench', slug: 'bench' }),
  });
  const { id } = (await answer.json()) as { id: string };
  await database.query(`update feedback set portal = $1, publicity = 'public'`, [id]);
  await database.query(
    `insert into vote (workspace_id, id, record, contact, weight, space, created_at, updated_at)
     select f.workspace_id, 'vote_' || lpad(to_hex(n), 26, '0'), f.id, 'contact_' || lpad(to_hex(n), 26, '0'), 1,
       f.space, now(), now()
     from generate_series(1, ${VOTES}) n
     join (select *, row_number() over (order by id) as place from feedback) f on f.place = (n::bigint * n) % ${POSTS} + 1`,
  );
  await database.query('analyze feedback');
  await database.query('analyze vote');
}

async function measurePages(url: string): Promise<Measures> {
  const open = async (path: string): Promise<number> => {
    const start = performance.now();
    const response = await fetch(`${url}/portal/bench${path}`);
    await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return performance.now() - start;
  };
  const times = async (path: string): Promise<number> => {
    const all: number[] = [];
    for (let round = 0; round < ROUNDS; round++) all.push(await open(path));
    return median(all);
  };
  // The index of texts is made at the first search.
  await open('?q=export');
  return {
    'portal.page': { value: await times(''), unit: 'ms' },
    'portal.newest': { value: await times('?sort=new&page=3'), unit: 'ms' },
    'portal.search': { value: await times('?q=exprot+report'), unit: 'ms' },
    'portal.similar': { value: await times('/new?step=2&title=Export+the+report'), unit: 'ms' },
    'portal.weight': { value: (await weigh(url)) / 1000, unit: 'KB' },
  };
}

/** All that a first visit loads, compressed. */
async function weigh(url: string): Promise<number> {
  const pool = new Pool(url);
  const sizeOf = async (path: string): Promise<{ size: number; text: string }> => {
    const { body } = await pool.request({ method: 'GET', path, headers: { 'accept-encoding': 'br' } });
    const size = (await body.arrayBuffer()).byteLength;
    return { size, text: path === '/portal/bench' ? await (await fetch(`${url}${path}`)).text() : '' };
  };
  const { size, text } = await sizeOf('/portal/bench');
  const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, path = '']) => path);
  const sizes = await Promise.all(styles.map(async (path) => (await sizeOf(path)).size));
  await pool.close();
  return sizes.reduce((sum, each) => sum + each, size);
}

/** By clients that send each twice, as programs do that heard no answer. */
async function measureIntake({ url, token }: Installation, database: Database): Promise<Measures> {
  const pool = new Pool(url, { connections: CLIENTS, pipelining: 1 });
  let sent = 0;
  const send = async (number: number): Promise<void> => {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/api/v1/feedback',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': `intake-${number}`,
      },
      body: JSON.stringify({
        space: 'PROD',
        title: `Submission ${number}`,
        body: 'We would like to have it.',
      }),
    });
    await body.dump();
    if (statusCode !== 201) throw new Error(`The server answered ${statusCode}`);
  };
  const start = performance.now();
  const isOver = (): boolean => performance.now() - start > SECONDS * 1000;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (!isOver()) await send(sent++);
    }),
  );
  const rate = sent / ((performance.now() - start) / 1000);
  for (let number = 0; number < 100; number++) await send(number);
  await pool.close();
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from feedback where title like 'Submission %'`,
  );
  const kept = rows[0]?.count ?? 0;
  if (kept !== sent) throw new Error(`Of ${sent} submissions ${kept} were kept`);
  return { 'portal.intake': { value: rate, unit: '/s' } };
}
