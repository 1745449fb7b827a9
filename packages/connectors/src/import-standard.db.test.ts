import { textOf } from '@throughline/base';
import { execute } from '@throughline/operations';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { buildImportWorkspace, makeFile } from './testing/build-workspace.ts';

const lines = 'Title,Status\nOne,Done\nTwo,Waiting\n';

describeDatabases('imports into a space that adopted a standard', (test) => {
  const load = async (freedom: string) => {
    const acme = await buildImportWorkspace(test.database);
    const options = ['Idea', 'Done'].map((name) => ({ key: name.toLowerCase(), name, category: 'active' }));
    const content = { entity: 'idea', key: 'status', name: 'Status', type: 'select', config: { options } };
    const parts = [{ kind: 'field', freedom, content }];
    const standard = textOf((await acme.run('standard.create', { name: 'Workflow', parts }))['id']);
    const { runtime, workspace, admin } = acme;
    const publish = { workspace, actor: admin, source: 'api', operation: 'standard.publish' } as const;
    await execute(runtime, { ...publish, id: standard, input: {} });
    await acme.run('adoption.create', { standard, space: 'PROD' });
    const { dropped } = await acme.load(makeFile('ideas.csv', lines));
    const ideas = await acme.all('idea');
    return [ideas.map(({ status }) => status), dropped.map(({ value }) => value)];
  };

  it('add no options that its author keeps', async () => {
    expect(await load('fixed')).toEqual([['done', 'idea'], ['Waiting']]);
  });

  it('add options where spaces may', async () => {
    expect(await load('extend')).toEqual([['done', 'waiting'], []]);
  });
});
