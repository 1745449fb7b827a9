/** A space of 100,000 ideas × 30 fields in the served product: opening it, its views, and what it weighs. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser, signIn, VIEWPORT } from './browser.ts';
import { startInstallation, type Installation } from './installation.ts';
import { median, type Measure, type Measures } from './measure.ts';

/** Fewer for a first look; figures are only comparable at the default. */
const ROWS = Number(process.env['THROUGHLINE_BENCH_ROWS'] ?? 100_000);
const ROUNDS = 9;
const STATUSES = ['New', 'Exploring', 'Later', 'Next', 'Now', 'Shipped'];
const NUMBERS = Array.from({ length: 12 }, (_, index) => `Number ${index + 1}`);
const CHOICES = Array.from({ length: 6 }, (_, index) => `Choice ${index + 1}`);
const TEXTS = ['Note', 'Source of it'];
const DATES = ['Due', 'Asked on', 'Decided on'];
const CHECKS = ['Promised', 'Legal', 'Paid'];

/** Beside them key, title, status and rank: 30 fields with values. */
const COLUMNS = ['Issue id', 'Title', 'Status', ...NUMBERS, ...CHOICES, ...TEXTS, ...DATES, ...CHECKS];

export async function measureSpace(): Promise<Measures> {
  const installation = await startInstallation(null);
  const browser = await launchBrowser();
  try {
    await fill(installation);
    const views = await makeViews(installation);
    const visit = async (): Promise<Page> => (await browser.newContext({ viewport: VIEWPORT })).newPage();
    const open = async (page: Page): Promise<number> => {
      await signIn(page, installation);
      return openSpace(page, `${installation.url}/s/PROD?view=${views.plain}`);
    };
    const first = await visit();
    const firstTime = await open(first);
    const decoded = await decodeSnapshot(first, installation);
    await first.context().close();

    const page = await visit();
    const coldTime = await open(page);
    await page.waitForTimeout(4000);
    const localTime = await openSpace(page, `${installation.url}/s/PROD?view=${views.plain}`);
    await page.waitForTimeout(2000);
    const change = (parts: readonly string[]) => changeSearch(page, parts);
    const figures = {
      'space.first': ms(firstTime),
      'space.cold': ms(coldTime),
      'space.local': ms(localTime),
      'space.decode': ms(decoded),
      'space.view': ms(await change([`view=${views.ranked}`, `view=${views.plain}`])),
      'space.sort': ms(await change(['sort=-number_1,title', 'sort=title', 'sort=choice_1,-number_2'])),
      'space.filter': ms(await change(['f=number_1 > 40', 'f=status = "Now"', 'f=choice_2 = "B"'])),
      'space.group': ms(await change(['group=choice_1', 'group=status', 'group=none'])),
      'space.memory.busy': { value: rendererMegabytes(), unit: 'MB' },
      'space.memory': { value: await megabytesAtRest(page), unit: 'MB' },
      'space.snapshot': await weighSnapshot(installation),
    };
    return figures;
  } finally {
    await browser.close();
    await installation.close();
  }
}

const ms = (value: number): Measure => ({ value, unit: 'ms' });

async function fill({ command }: Installation): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-space-'));
  const file = join(directory, 'ideas.csv');
  const day = (index: number): string =>
    new Date(Date.UTC(2026, 0, 1) + (index % 700) * 86_400_000).toISOString().slice(0, 10);
  const rows = Array.from({ length: ROWS }, (_, index) =>
    [
      `I-${index}`,
      `Idea ${(index * 7919) % ROWS} that somebody wrote down`,
      STATUSES[index % STATUSES.length],
      ...NUMBERS.map((_name, at) => (index * (at + 3)) % 97),
      ...CHOICES.map((_name, at) => 'ABCDEFGH'[(index + at) % 8]),
      ...TEXTS.map((_name, at) => `Words of one kind ${(index + at) % 500}`),
      ...DATES.map((_name, at) => day(index * (at + 1))),
      ...CHECKS.map((_name, at) => (index + at) % 3 === 0),
    ].join(','),
  );
  await writeFile(file, [COLUMNS.join(','), ...rows].join('\n'));
  command('import', file, '--as', 'ideas', '--space', 'PROD');
  await rm(directory, { recursive: true, force: true });
}

type Views = { readonly plain: string; readonly ranked: string };

async function makeViews({ url, token }: Installation): Promise<Views> {
  const call = async (path: string, body?: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const { items } = (await call('/fields?limit=100')) as { items: { id: string; key: string }[] };
  const idOf = (key: string): string => items.find((field) => field.key === key)?.id ?? key;
  const columns = ['status', idOf('number_1'), idOf('number_2'), idOf('choice_1'), idOf('due')];
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns };
  const by = { type: 'field', field: idOf('number_3') };
  const make = async (name: string, parts: object): Promise<string> => {
    const view = { space: 'PROD', name, entity: 'idea', layout: 'list', query: { ...query, ...parts } };
    return String((await call('/views', view))['id']);
  };
  return {
    plain: await make('Plain', {}),
    ranked: await make('Ranked', {
      order: [{ by, direction: 'descending' }],
      group: [{ by: { type: 'field', field: 'status' }, direction: 'ascending' }],
    }),
  };
}

/** Milliseconds from the navigation to the frame in which rows of the space stand. */
async function openSpace(page: Page, href: string): Promise<number> {
  await page.goto(href, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(
    () => document.querySelectorAll('[role=treegrid] [role=row]').length > 10 && performance.now(),
    undefined,
    { polling: 'raf', timeout: 120_000 },
  );
  return Number(await handle.jsonValue());
}

/** Milliseconds from a change of the address to the end of the frame that shows what it asks; the median of rounds. */
async function changeSearch(page: Page, parts: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const part = parts[round % parts.length] ?? '';
    const [name = '', value = ''] = part.split(/=(.*)/s);
    times.push(
      await page.evaluate(
        async ([key, text]) => {
          const rows = (): string =>
            [...document.querySelectorAll('[role=treegrid] [role=row]')].map((row) => row.textContent).join();
          const before = rows();
          const address = new URL(location.href);
          address.searchParams.set(key, text);
          const start = performance.now();
          history.pushState(null, '', address);
          dispatchEvent(new PopStateEvent('popstate'));
          for (let frame = 0; frame < 200 && rows() === before; frame++)
            await new Promise((resolve) => requestAnimationFrame(resolve));
          await new Promise<void>((resolve) => {
            const channel = new MessageChannel();
            channel.port1.addEventListener('message', () => resolve());
            channel.port1.start();
            channel.port2.postMessage(null);
          });
          return performance.now() - start;
        },
        [name, value] as const,
      ),
    );
    await page.waitForTimeout(300);
  }
  return median(times);
}

/** What the largest renderer that this process began holds of its own: resident and not shared with files. */
function rendererMegabytes(): number {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  const processes = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const parents = new Map(processes.map(([, pid = '', parent = '']) => [pid, parent]));
  const isOurs = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === String(process.pid) || isOurs(parents.get(pid)));
  const sizes = processes
    .filter(([, pid, , args = '']) => args.includes('--type=renderer') && isOurs(pid))
    .map(([, pid = '']) => /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return Math.max(...sizes.map(Number)) / 1024;
}

/** Milliseconds after which the browser has had time to collect by itself what is not used any more. */
const REST = 20_000;

/** As `rendererMegabytes`, once nobody has touched the page for a while. */
async function megabytesAtRest(page: Page): Promise<number> {
  await page.waitForTimeout(REST);
  return rendererMegabytes();
}

/** Milliseconds from a snapshot's text to its columns in the browser. */
async function decodeSnapshot(page: Page, installation: Installation): Promise<number> {
  const address = `/api/v1/sync/snapshot?atLeast=0&space=${await findSpace(installation)}`;
  return page.evaluate(async (path) => {
    const text = await (await fetch(path)).text();
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      JSON.parse(text);
      return performance.now() - start;
    });
    return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
  }, address);
}

async function findSpace({ url, token }: Installation): Promise<string> {
  const spaces = await fetch(`${url}/api/v1/spaces`, { headers: { authorization: `Bearer ${token}` } });
  const { items } = (await spaces.json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}

/** Compressed bytes an idea on the wire. */
async function weighSnapshot(installation: Installation): Promise<Measure> {
  const { url, token } = installation;
  const space = await findSpace(installation);
  const bytes = await new Promise<number>((resolve, reject) => {
    get(
      `${url}/api/v1/sync/snapshot?atLeast=0&space=${space}`,
      { headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'br, gzip' } },
      (response) => {
        let received = 0;
        response.on('data', (chunk: Buffer) => (received += chunk.length));
        response.on('end', () => resolve(received));
        response.on('error', reject);
      },
    ).on('error', reject);
  });
  return { value: bytes / ROWS, unit: 'bytes an idea' };
}
