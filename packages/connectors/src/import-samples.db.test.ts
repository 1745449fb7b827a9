import { describeDatabases } from '@throughline/db/testing';
import { beforeEach, expect, it } from 'vitest';
import { openFiles } from './open-files.ts';
import { buildImportWorkspace, dataPath, type ImportWorkspace } from './testing/build-workspace.ts';

const hadoop = dataPath('jira-csv-gitbugs/hadoop_jira_export.csv.gz');
const github = dataPath('github-issues-bitcoin-core-gui/issues.jsonl.gz');
const yarn = dataPath('jira-rest-apache-yarn');
const missing = (path: string | undefined): string => (path === undefined ? ' (the data is missing)' : '');

describeDatabases('imports of real exports', (test) => {
  let acme: ImportWorkspace;
  beforeEach(async () => {
    acme = await buildImportWorkspace(test.database);
  });

  it.skipIf(hadoop === undefined)(`bring a Jira CSV as ideas${missing(hadoop)}`, async () => {
    const files = await openFiles([String(hadoop)]);
    const first = await acme.load(files);
    expect([first.format, first.created, first.rejected, first.dropped]).toEqual(['jira-csv', 2503, 0, []]);
    expect(first.cells).toEqual({ total: 20_103, kept: 20_103, dropped: 0 });
    const statuses = ['Resolved', 'Open', 'Patch Available', 'In Progress', 'Reopened'];
    const found = await Promise.all(statuses.map((status) => acme.count('idea', `status = "${status}"`)));
    expect(found).toEqual([1733, 684, 41, 30, 15]);
    const [idea] = await acme.all('idea', 'title = "JAR in conflict with timestamp check causes AM errors"');
    expect([idea?.['createdAt'], idea?.['resolved'], idea?.['priority'], idea?.['resolution']]).toEqual([
      '2021-09-30T17:20:00.000Z',
      '2022-07-20T20:51:00.000Z',
      'blocker',
      'duplicate',
    ]);
    const { rows } = await test.database.query<{ texts: number; several: number; longest: number }>(
      `select count(*)::int as texts, count(*) filter (where text like '%' || chr(10) || '%')::int as several,
         max(length(text))::int as longest from document where workspace_id = $1`,
      [acme.workspace],
    );
    expect(rows[0]).toEqual({ texts: 2360, several: 1782, longest: 74_468 });
    const again = await acme.load(files);
    expect([again.created, again.updated, again.unchanged, again.also.fields]).toEqual([0, 0, 2503, []]);
  });

  it.skipIf(github === undefined)(`bring GitHub issues as feedback${missing(github)}`, async () => {
    const files = await openFiles([String(github)]);
    const first = await acme.load(files, { entity: 'feedback' });
    expect([first.format, first.created, first.rejected, first.dropped]).toEqual(['github', 341, 0, []]);
    expect([first.also.comments, first.also.contacts]).toEqual([1332, 125]);
    const counts = await Promise.all(
      ['state = "New"', 'state = "Closed"'].map((filter) => acme.count('feedback', filter)),
    );
    expect(counts).toEqual([133, 208]);
    const [issue] = await acme.all('feedback', 'title = "Use random free port for test_bitcoin-qt"');
    expect(issue).toMatchObject({
      link: { url: 'https://github.com/bitcoin-core/gui/issues/10' },
      createdAt: '2020-06-22T20:19:42.000Z',
      receivedAt: '2020-06-22T20:19:42.000Z',
      handledAt: '2021-03-08T18:54:16.000Z',
      channel: 'github',
      commentCount: 2,
      state_reason: 'completed',
      sources: [{ system: 'github', id: 'bitcoin-core/gui#10' }],
    });
    expect((await acme.all('contact', 'name = "user-0015"')).length).toBe(1);
    const again = await acme.load(files, { entity: 'feedback' });
    expect([again.created, again.updated, again.unchanged, again.also.comments]).toEqual([0, 0, 341, 0]);
  });

  it.skipIf(yarn === undefined)(
    `bring pages of Jira REST, their comments and links${missing(yarn)}`,
    async () => {
      const files = (await openFiles([String(yarn)])).filter(({ name }) => name.startsWith('search'));
      const dry = await acme.load(files, { dryRun: true });
      const first = await acme.load(files);
      expect({ ...dry, id: first.id }).toEqual(first);
      expect([first.format, first.created, first.rejected, first.also.comments]).toEqual([
        'jira-rest',
        400,
        0,
        4609,
      ]);
      const statuses = ['Closed', 'Resolved', 'Open', 'Reopened'];
      const found = await Promise.all(statuses.map((status) => acme.count('idea', `status = "${status}"`)));
      expect(found).toEqual([225, 127, 47, 1]);
      const { rows } = await test.database.query<{ comments: number; links: number; ends: number }>(
        `select (select count(*) from comment where workspace_id = $1)::int as comments, count(*)::int as links,
         count(*) filter (where exists (select 1 from idea i where i.id = r."to" and i.workspace_id = $1))::int as ends
       from relation r where workspace_id = $1`,
        [acme.workspace],
      );
      expect(rows[0]).toEqual({ comments: 4609, links: first.also.relations, ends: first.also.relations });
      expect(first.also.relations).toBeGreaterThan(50);
      expect(Object.keys(first.droppedCounts)).toEqual(['no_such_record']);
      const again = await acme.load(files);
      expect([again.created, again.updated, again.unchanged, again.also.relations]).toEqual([0, 0, 400, 0]);
    },
  );
});
