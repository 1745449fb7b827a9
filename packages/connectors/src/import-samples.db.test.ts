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
    expect([first.format, first.created, first.rejected]).toEqual(['jira-csv', 2503, 0]);
  });
  it.skipIf(github === undefined)(`bring GitHub issues as feedback${missing(github)}`, async () => {
    const files = await openFiles([String(github)]);
    const first = await acme.load(files, { entity: 'feedback' });
    expect([first.format, first.created, first.rejected]).toEqual(['github', 341, 0]);
  });
  it.skipIf(yarn === undefined)(`bring pages of Jira REST${missing(yarn)}`, async () => {
    const files = (await openFiles([String(yarn)])).filter(({ name }) => name.startsWith('search'));
    const first = await acme.load(files);
    expect([first.format, first.created, first.rejected, first.also.comments]).toEqual([
      'jira-rest',
      400,
      0,
      4609,
    ]);
  });
});
