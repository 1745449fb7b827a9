import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { buildWorkspace } from '../testing/test-workspace.ts';
import { listChanges } from './list-changes.ts';

describeDatabases('changes between two moments', (test) => {
  it('tell what happened, oldest first, and not what happened before or after', async () => {
    const { runtime, workspace, admin, space, run } = await buildWorkspace(test.database);
    const instant = () => new Date(runtime.ids.now()).toISOString();
    const idea = textOf((await run('idea.create', { input: { space, title: 'One' } }))['id']);
    const since = instant();
    await run('idea.update', { id: idea, input: { title: 'Two' } });
    await run('idea.update', { id: idea, input: { status: 'now' } });
    const until = instant();
    await run('idea.update', { id: idea, input: { title: 'Three' } });
    const page = await listChanges(runtime, {
      workspace,
      actor: admin,
      entity: 'idea',
      since,
      until,
      space: 'PROD',
    });
    expect(page.items.map(({ name, after }) => [name, after?.['title'], after?.['status']])).toEqual([
      ['idea.updated', 'Two', undefined],
      ['idea.updated', undefined, 'now'],
    ]);
  });

  it('leave out what the reader may not see', async () => {
    const { runtime, workspace, run, addPerson } = await buildWorkspace(test.database);
    const reader = await addPerson('Grace', 'contributor');
    const secret = await run('space.create', { input: { key: 'SEC', name: 'Secret', access: 'private' } });
    await run('idea.create', { input: { space: textOf(secret['id']), title: 'Acquire Umbra' } });
    const request = { workspace, entity: 'idea', since: '2020-01-01' };
    const seen = async (actor: typeof reader) =>
      (await listChanges(runtime, { ...request, actor })).items.length;
    expect([await seen(reader), await seen({ kind: 'system', person: null })]).toEqual([0, 1]);
  });
});
