import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Command } from 'commander';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addTextCommands } from './add-text-commands.ts';

const DATA = process.env['THROUGHLINE_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data');
const directory = mkdtempSync(join(tmpdir(), 'throughline-text-'));
afterAll(() => rmSync(directory, { recursive: true }));

let printed = '';
let told = '';
beforeEach(() => {
  printed = '';
  told = '';
  process.exitCode = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((told += String(text)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

async function run(...args: readonly string[]): Promise<number> {
  const program = new Command('throughline').option('--json', 'as JSON');
  addTextCommands(program);
  await program.parseAsync(['node', 'throughline', 'text', ...args]);
  return Number(process.exitCode ?? 0);
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

function jsonLines(name: string, records: readonly unknown[]): string {
  return file(name, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

const RECORDS = [
  {
    key: 'A-3',
    created: '2026-03-01',
    summary: 'Export to PDF fails\u2028',
    description: 'The report is empty.',
  },
  { key: 'A-1', created: '2026-01-01', summary: 'PDF export', description: 'The exported report is empty.' },
  { key: 'A-2', created: '2026-02-01', summary: 'Dark mode', description: null },
  { key: 'A-4', created: '2026-04-01', summary: 'Dark theme at night', description: 'A dark mode, please.' },
];
const QUERIES = [
  { query: 'A-3', relevant: ['A-1'] },
  { query: 'A-4', relevant: ['A-2'] },
  { query: 'A-1', relevant: ['A-3'] },
];

describe('throughline text similar', () => {
  it('finds what was created earlier, and only that', async () => {
    const records = file(
      'records.jsonl.gz',
      gzipSync(RECORDS.map((record) => JSON.stringify(record)).join('\n')),
    );
    expect(await run('similar', records, '--queries', jsonLines('queries.jsonl', QUERIES), '--json')).toBe(0);
    expect(JSON.parse(printed)).toEqual({
      queries: 3,
      'hit@': { 1: 0.6667, 5: 0.6667, 10: 0.6667, 20: 0.6667 },
      mrr: 0.6667,
      index_items_per_s: expect.any(Number),
      query_ms_median: expect.any(Number),
    });
  });

  it('says it in words, and shows what is like a text', async () => {
    const records = jsonLines('records.jsonl', RECORDS);
    await run('similar', records, '--queries', jsonLines('queries.jsonl', QUERIES));
    expect(printed).toContain('Of 3 queries, something right was among');
    printed = '';
    await run('similar', records, '--like', 'a drak theme');
    expect(printed).toMatch(/A-4 .*Dark theme at night/);
  });

  it.each([
    ['an empty file', () => file('empty.jsonl', '\n'), 'is empty'],
    ['a line that is not JSON', () => file('bad.jsonl', '{"key":"A"}\n{"key":\n'), 'line 2 cannot be used'],
    ['a list', () => file('list.jsonl', '[]\n'), 'not an object'],
    ['a record without a key', () => jsonLines('keyless.jsonl', [{ summary: 'x' }]), 'no “key”'],
    [
      'a text that is none',
      () => jsonLines('untext.jsonl', [{ key: 'A', summary: 3 }]),
      '“summary” is not a text',
    ],
    ['no file', () => join(directory, 'nowhere.jsonl'), 'no such file'],
  ])('refuses %s', async (_, make, message) => {
    expect(await run('similar', make(), '--like', 'x')).toBe(2);
    expect(told).toContain(message);
  });

  it('takes the order of the file where dates cannot be read, and says so', async () => {
    const records = jsonLines('undated.jsonl', [
      { key: 'A', created: 'one day', summary: 'Dark mode' },
      { key: 'B', created: '2026-01-01', summary: 'Dark mode, please' },
    ]);
    const queries = jsonLines('queries.jsonl', [{ query: 'B', relevant: ['A'] }]);
    expect(await run('similar', records, '--queries', queries, '--json')).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ mrr: 1 });
    expect(told).toContain('No date in “created” of 1 records, that of line 1 first');
  });

  it('refuses queries that do not belong to the records, and a call that asks nothing', async () => {
    const records = jsonLines('records.jsonl', RECORDS);
    const strange = jsonLines('strange.jsonl', [{ query: 'B-1', relevant: [] }]);
    expect(await run('similar', records, '--queries', strange)).toBe(2);
    expect(told).toContain('no record with the key “B-1”');
    expect(await run('similar', records)).toBe(2);
    expect(told).toContain('Nothing is asked for.');
  });

  it.skipIf(!existsSync(DATA))('reaches its figures on real issues', async () => {
    const folder = join(DATA, 'duplicates-hadoop');
    await run(
      'similar',
      join(folder, 'issues.jsonl.gz'),
      '--queries',
      join(folder, 'queries.jsonl'),
      '--json',
    );
    const { queries, 'hit@': hit, mrr } = JSON.parse(printed);
    expect(queries).toBe(1007);
    expect(hit[10]).toBeGreaterThan(0.76);
    expect(mrr).toBeGreaterThan(0.61);
  });
});

const REVIEWS = `app,review_id,text
Notes,a,"I want to share a note, with friends"
Notes,b,Sharing notes is easy
Notes,c,Crashes all day
Maps,d,Offline maps save me
`;

describe('throughline text search', () => {
  it('scores rankings on judged reviews alone', async () => {
    const reviews = file('reviews.csv', REVIEWS);
    const judged = file(
      'judged.csv',
      'app,query,review_id,relevant\nNotes,Share notes,b,Y\nNotes,Share notes,c,Y\nMaps,Offline maps,d,N\n',
    );
    await run('search', reviews, '--queries', judged, '--json');
    expect(JSON.parse(printed)).toEqual({ queries: 2, 'p@10': 0.1, map: 0.5 });
  });

  it('shows texts about something, though it is misspelt', async () => {
    await run('search', file('reviews.csv', REVIEWS), '--for', 'ofline mpas', '--json');
    expect(JSON.parse(printed)[0]).toMatchObject({ app: 'Maps', review_id: 'd' });
  });

  it.each([
    ['missing columns', 'app,text\nNotes,x\n', 'has no column “review_id”'],
    ['an empty file', '', 'is empty'],
    ['a header alone', 'app,review_id,text\n', 'no rows below its header'],
  ])('refuses %s', async (_, content, message) => {
    expect(await run('search', file('wrong.csv', content), '--for', 'x')).toBe(2);
    expect(told).toContain(message);
  });

  it.skipIf(!existsSync(DATA))('reaches its figures on real reviews', async () => {
    const folder = join(DATA, 'feedback-feature-search');
    await run('search', join(folder, 'reviews.csv.gz'), '--queries', join(folder, 'qrels.csv'), '--json');
    const { queries, 'p@10': precision, map } = JSON.parse(printed);
    expect(queries).toBe(12);
    expect(precision).toBeGreaterThanOrEqual(0.62);
    expect(map).toBeGreaterThan(0.7);
  });
});

const LABELLED = `repo,label,title,body
a,bug,It crashes,The app crashes on start
a,wish,Dark mode,Please add a dark mode
b,bug,Error,An error appears
b,wish,Tags,Please let us add tags
`;

describe('throughline text classify', () => {
  it('learns for each group apart', async () => {
    const train = file('train.csv', LABELLED);
    const test = file(
      'test.csv.gz',
      gzipSync(
        'repo,label,title,body\nb,wish,Boards,please add boards\na,bug,Help,it crashes\na,bug,Add,please\n',
      ),
    );
    await run('classify', '--train', train, '--test', test, '--group', 'repo', '--json', '--without-vectors');
    expect(JSON.parse(printed)).toEqual({
      n: 3,
      accuracy: 0.75,
      macro_f1: 0.6667,
      groups: {
        a: { n: 2, accuracy: 0.5, macro_f1: 0.3333 },
        b: { n: 1, accuracy: 1, macro_f1: 1 },
      },
    });
    printed = '';
    await run('classify', '--train', train, '--test', test, '--text', 'body', '--without-vectors');
    expect(printed).toMatch(/Of 3 texts .* were given the label they have; macro F1 /);
  });

  it('knows by their meaning where texts belong that share no word with an example', async () => {
    const train = file('train.csv', LABELLED);
    const test = file(
      'test.csv',
      'label,body\nbug,Nothing works: it freezes and quits\nwish,Could we get a night theme?\n',
    );
    await run('classify', '--train', train, '--test', test, '--text', 'body', '--json');
    expect(JSON.parse(printed)).toMatchObject({ n: 2, accuracy: 1 });
  });

  it.each([
    ['columns that are not there', 'text,label\nx,y\n', 'has no column “title” and no column “body”'],
    ['an empty file', '', 'is empty'],
    ['a row without a label', 'title,body,label\na,b,\n', 'line 2 cannot be used'],
  ])('refuses %s', async (_, content, message) => {
    const test = file('test.csv', LABELLED);
    expect(await run('classify', '--train', file('wrong.csv', content), '--test', test)).toBe(2);
    expect(told).toContain(message);
  });

  it('refuses a group without examples, and a call without files', async () => {
    const train = file('train.csv', LABELLED);
    const test = file('test.csv', 'repo,label,title,body\nc,bug,x,y\n');
    expect(await run('classify', '--train', train, '--test', test, '--group', 'repo')).toBe(2);
    expect(told).toContain('no example of the group “c”');
    expect(await run('classify', '--train', train)).toBe(2);
    expect(told).toContain('Both --train and --test are needed.');
  });
});

describe('throughline text themes', () => {
  const MESSAGES = `text,about
Where is my card?,card
My card has not arrived,card
When will the card come?,card
I forgot my password,password
The password is forgotten,password
Please reset my password,password
`;

  it('tells what texts are about, and how near that is to labels', async () => {
    await run('themes', file('messages.csv', MESSAGES), '--label', 'about', '--detail', '0.2', '--json');
    expect(JSON.parse(printed)).toMatchObject({ texts: 6, in_themes: 6, nmi: 1 });
    printed = '';
    await run('themes', file('messages.csv', MESSAGES), '--detail', '0.2', '--without-vectors');
    expect(printed).toMatch(/texts are in 2 themes[\s\S]*password/);
  });

  it('refuses a detail that is no number above 0, and a column that is not there', async () => {
    expect(await run('themes', file('messages.csv', MESSAGES), '--detail', 'much')).toBe(2);
    expect(told).toContain('--detail is no number above 0.');
    expect(await run('themes', file('messages.csv', MESSAGES), '--text', 'body')).toBe(2);
  });
});

describe('throughline text suggest', () => {
  it('suggests nothing where there are too few records to tell, and refuses what cannot be', async () => {
    const records = jsonLines('records.jsonl', RECORDS);
    const queries = jsonLines('queries.jsonl', QUERIES);
    await run('suggest', records, '--queries', queries, '--json');
    expect(JSON.parse(printed)).toMatchObject({ queries: 3, threshold: null, shown: 0, shown_without: 0 });
    expect(await run('suggest', records)).toBe(2);
    expect(await run('suggest', records, '--queries', queries, '--share', '2')).toBe(2);
    expect(told).toContain('--share is no number from 0 to 1.');
  });

  it.skipIf(!existsSync(DATA))(
    'is seldom shown in vain on real issues, and mostly right',
    async () => {
      const path = (name: string): string => join(DATA, 'duplicates-hadoop', name);
      await run('suggest', path('issues.jsonl.gz'), '--queries', path('queries.jsonl'), '--json');
      const measured = JSON.parse(printed) as Readonly<Record<string, number>>;
      expect(measured['shown_without']).toBeLessThan(0.115);
      expect(measured['right_in_three']).toBeGreaterThan(0.31);
      expect(measured['first_right']).toBeGreaterThan(0.83);
    },
    120_000,
  );
});
