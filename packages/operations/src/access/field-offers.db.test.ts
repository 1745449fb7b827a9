import { textOf, type Json } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { listRecords } from '../reads/list-records.ts';
import { readSession } from '../reads/read-session.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';

const own = [
  { key: 'spotted', name: 'Spotted' },
  { key: 'now', name: 'Doing' },
];

describeDatabases('a space that has a field its own way', (test) => {
  let acme: TestWorkspace;
  const make = (entity: string, input: Json) => acme.run(`${entity}.create`, { input });
  const status = { entity: 'idea', key: 'status', name: 'Stage', config: { options: own } };
  const statusIn = async (space: string, value?: string): Promise<unknown> => {
    const input = { space, title: 'An idea', ...(value === undefined ? {} : { status: value }) };
    return (await make('idea', input))['status'];
  };

  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    await make('space', { key: 'SUPP', name: 'Support', access: 'private' });
    await make('field', { ...status, in: 'SUPP' });
  });

  it('offers its own options, which others do not have', async () => {
    expect([await statusIn('SUPP'), await statusIn('PROD')]).toEqual(['spotted', 'new']);
    expect(await statusIn('SUPP', 'Doing')).toBe('now');
    await expect(statusIn('SUPP', 'new')).rejects.toMatchObject({ code: 'invalid_value' });
    await expect(statusIn('PROD', 'spotted')).rejects.toThrow(/Spotted|spotted/);
  });

  it('filters and orders by them', async () => {
    const { runtime, workspace, admin } = acme;
    const page = await listRecords(runtime, {
      workspace,
      actor: admin,
      entity: runtime.model.entity('idea'),
      space: 'SUPP',
      filter: 'status in ("Doing", "Spotted")',
      sort: 'status',
    });
    expect(page.items.map((item) => item['status'])).toEqual(['spotted', 'now']);
  });

  it('tells those who do not see the space nothing of its options', async () => {
    const eve = await acme.addPerson('Eve', 'editor');
    const optionsOf = async (actor: typeof eve): Promise<unknown> => {
      const { fields } = await readSession(acme.runtime, acme.workspace, actor);
      return fields['idea']?.find(({ id }) => id === 'status')?.config.options?.map(({ key }) => key);
    };
    expect(await optionsOf(eve)).not.toContain('spotted');
    expect(await optionsOf(acme.admin)).toContain('spotted');
  });

  it('calls a field of the workspace otherwise, and cannot change what it means', async () => {
    await make('field', { entity: 'idea', name: 'Reach', type: 'slider', config: { max: 10 } });
    const adapted = { entity: 'idea', key: 'reach', name: 'Users', in: 'SUPP' };
    await expect(make('field', { ...adapted, config: { max: 20 } })).rejects.toThrow(/same in all spaces/);
    await expect(make('field', { ...adapted, type: 'text' })).rejects.toThrow(/keeps its type/);
    const made = await make('field', adapted);
    expect(textOf(made['adapts'])).toMatch(/^field_/);
    await expect(make('field', adapted)).rejects.toMatchObject({ code: 'already_exists' });
    await expect(make('field', { ...status, in: 'SUPP' })).rejects.toMatchObject({ code: 'already_exists' });
  });
});
