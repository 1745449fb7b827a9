import type { JsonObject } from '@throughline/base';
import type { SourceFile, SourceItem, SourceReader, SourceRecord } from '@throughline/operations';
import { expect, it } from 'vitest';
import { guessFormat, guessReader, READERS } from './guess-format.ts';
import { adfToMarkdown } from './jira/adf-to-markdown.ts';

async function read(format: string, text: string): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  const content = (async function* () {
    yield Buffer.from(text);
  })();
  for await (const item of (READERS.get(format) as SourceReader).read(content, 'file')) items.push(item);
  return items;
}

it('reads comments, links and repeated columns out of Jira’s CSV', async () => {
  const [issue] = (await read(
    'jira-csv',
    'Summary,Issue key,Labels,Labels,Comment,Comment,Inward issue link (Blocks),Outward issue link (Duplicate),Parent key,Custom field (Team Size),Attachment\n' +
      'One,AB-1,ux,api,"12/Mar/24 9:41 AM;ada;Yes; but\nlater",plain,AB-2,AB-3,AB-9,5,12/Mar/24 9:40 AM;ada;a.png;https://j.example/a.png\n',
  )) as SourceRecord[];
  expect([...(issue?.cells ?? [])]).toEqual([
    ['Summary', 'One'],
    ['Issue key', 'AB-1'],
    ['Labels', ['ux', 'api']],
    ['Team Size', '5'],
    ['Attachment', 'a.png https://j.example/a.png'],
  ]);
  expect(issue?.comments).toEqual([
    { createdAt: '12/Mar/24 9:41 AM', author: { name: 'ada' }, body: 'Yes; but\nlater' },
    { body: 'plain' },
  ]);
  expect(issue?.relations.map(({ type, other, direction }) => [type, other, direction])).toEqual([
    ['blocks', 'AB-2', 'in'],
    ['duplicates', 'AB-3', 'out'],
    ['parent', 'AB-9', 'out'],
  ]);
});

it('reads issues of Jira Cloud, with documents and named fields', async () => {
  const doc = {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }],
  };
  const page = {
    names: { customfield_1: 'Story points' },
    issues: [
      {
        id: '10',
        key: 'AB-1',
        self: 'https://acme.atlassian.net/rest/api/3/issue/10',
        fields: {
          summary: 'One',
          description: doc,
          customfield_1: 3,
          status: { name: 'To Do' },
          assignee: { accountId: 'x1', displayName: 'Ada', emailAddress: 'ada@example.com' },
          parent: { key: 'AB-9' },
          comment: {
            comments: [
              {
                id: '7',
                body: doc,
                author: { displayName: 'Bob', accountId: 'x2' },
                created: '2024-01-01T10:00:00.000+0100',
              },
            ],
          },
        },
      },
      { nothing: true },
    ],
  };
  const [issue, fault] = (await read('jira-rest', JSON.stringify(page))) as [SourceRecord, SourceItem];
  expect(Object.fromEntries(issue.cells)).toEqual({
    Summary: 'One',
    Description: 'Hello',
    'Story points': 3,
    Status: 'To Do',
    Assignee: { name: 'Ada', email: 'ada@example.com', id: 'x1' },
  });
  expect(issue.identities).toEqual([
    { system: 'jira:acme.atlassian.net', id: '10', url: 'https://acme.atlassian.net/browse/AB-1' },
    { system: 'jira:acme.atlassian.net', id: 'AB-1', url: 'https://acme.atlassian.net/browse/AB-1' },
  ]);
  expect(issue.comments[0]).toMatchObject({ id: '7', body: 'Hello', author: { name: 'Bob' } });
  expect(fault).toMatchObject({ kind: 'fault', code: 'not_an_issue' });
});

it('reads issues of GitHub’s API and of its command line', async () => {
  const api = {
    number: 5,
    title: 'T',
    state: 'open',
    html_url: 'https://github.com/a/b/issues/5',
    user: { login: 'ann' },
    labels: [{ name: 'bug' }],
    comments: 0,
  };
  const cli = {
    number: 6,
    title: 'U',
    state: 'CLOSED',
    url: 'https://github.com/a/b/issues/6',
    author: { login: 'bob', name: 'Bob' },
    labels: [],
    comments: [{ id: 'c1', author: { login: 'ann' }, body: 'Hm', createdAt: '2024-01-01T00:00:00Z' }],
  };
  const pull = { number: 7, title: 'P', pull_request: {} };
  const items = await read('github', JSON.stringify([api, cli, pull]));
  expect(items.map((item) => (item.kind === 'record' ? item.identities[0]?.id : item.code))).toEqual([
    'a/b#5',
    'a/b#6',
    'pull_request',
  ]);
  const second = items[1] as SourceRecord;
  expect([second.cells.get('State'), second.cells.get('Author'), second.comments.length]).toEqual([
    'closed',
    { name: 'Bob', id: 'bob' },
    1,
  ]);
});

it('tells formats apart by their beginning', () => {
  const format = (text: string, name: string): string => guessFormat(text, name).format;
  expect([
    format('Summary,Issue key,Status,Priority\n', 'a.csv'),
    format('\ufeffid;title\n', 'a.csv'),
    format('{"expand":"names","startAt":0,"issues":[{"key":"A-1","fields":{}}]}', 'a.json'),
    format('{"type":"issue","issue":{"html_url":"https://github.com/a/b/issues/1","title":"x"}}', 'a.jsonl'),
    format('[{"number":1,"title":"x","state":"OPEN"}]', 'a.json'),
    format('[\n{"id":"idea_0","title":"x"}]', 'ideas.json'),
    format('[draft] title,notes\n', 'a.csv'),
  ]).toEqual(['jira-csv', 'csv', 'jira-rest', 'github', 'github', 'json', 'csv']);
});

it('writes Atlassian’s documents as Markdown', () => {
  const text = (value: string, ...marks: JsonObject[]): JsonObject => ({
    type: 'text',
    text: value,
    ...(marks.length > 0 ? { marks } : {}),
  });
  const paragraph = (...content: JsonObject[]): JsonObject => ({ type: 'paragraph', content });
  const item = (...content: JsonObject[]): JsonObject => ({ type: 'listItem', content });
  const cellOf = (value: string): JsonObject => ({ type: 'tableCell', content: [paragraph(text(value))] });
  expect(
    adfToMarkdown({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [text('Why')] },
        paragraph(
          text('Bold', { type: 'strong' }),
          text(' and '),
          text('link', { type: 'link', attrs: { href: 'https://a.example' } }),
        ),
        { type: 'bulletList', content: [item(paragraph(text('one'))), item(paragraph(text('two')))] },
        { type: 'codeBlock', attrs: { language: 'js' }, content: [text('a()')] },
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [cellOf('A'), cellOf('B')] },
            { type: 'tableRow', content: [cellOf('1'), cellOf('2')] },
          ],
        },
      ],
    }),
  ).toBe(
    '## Why\n\n**Bold** and [link](https://a.example)\n\n- one\n- two\n\n```js\na()\n```\n\n| A | B |\n| --- | --- |\n| 1 | 2 |',
  );
});

it('finds what a tracker wrote among other files of a directory', async () => {
  const file = (name: string, text: string): SourceFile => ({
    name,
    size: text.length,
    open: async function* () {
      yield Buffer.from(text);
    },
  });
  const notes = file('about.json', '{"source": "Apache", "issues": 400}');
  const page = file('search.json', '{"startAt": 0, "issues": [{"key": "YARN-1", "fields": {}}]}');
  const formats = await Promise.all(
    [[notes, page], [notes], [file('a.csv', 'a,b\n1,2\n'), notes]].map(guessReader),
  );
  expect(formats.map(({ format }) => format)).toEqual(['jira-rest', 'json', 'csv']);
});
