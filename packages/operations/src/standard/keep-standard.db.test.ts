import { must, textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { executeWith } from '../execute.ts';
import {
  options,
  statusPart,
  viewPart,
  recordOf,
  buildStandards,
  fieldPart,
} from '../testing/test-standards.ts';
import { undoCause } from '../undo/undo-cause.ts';

describeDatabases('standards keep', (test) => {
  it('refuses what the author does not allow, whichever way it is tried', async () => {
    const acme = await buildStandards(test.database);
    const { build, adopt, all, statusNames } = acme;
    const standard = await build(
      statusPart('extend', 'Idea', 'Done'),
      { ...fieldPart('reach', 'number'), freedom: 'fixed' },
      viewPart('fixed', 'status'),
    );
    const cause = 'act_before';
    const adoption = await adopt(standard);
    const [status, reach, view] = ['idea.status', 'idea.reach', 'view.ranked'].map((part) =>
      recordOf(adoption, part),
    );
    const kept = {
      code: 'not_possible',
      message: expect.stringContaining('kept by the standard “Product discovery”'),
    };
    await expect(
      acme.run('view.update', { id: view ?? '', input: { layout: 'board' } }),
    ).rejects.toMatchObject(kept);
    await expect(acme.run('view.archive', { id: view ?? '' })).rejects.toMatchObject(kept);
    await expect(
      acme.run('field.update', { id: reach ?? '', input: { name: 'Users' } }),
    ).rejects.toMatchObject(kept);
    await expect(acme.run('field.archive', { id: reach ?? '' })).rejects.toMatchObject(kept);
    const change = (...names: readonly string[]) =>
      acme.run('field.update', {
        id: status ?? '',
        cause,
        input: { config: { options: options(...names) } },
      });
    await expect(change('Idea')).rejects.toMatchObject(kept);
    await expect(change('Done', 'Idea')).rejects.toMatchObject(kept);
    await change('Idea', 'Waiting', 'Done');
    expect(await statusNames()).toEqual(['Idea', 'Waiting', 'Done']);
    await acme.run('view.update', { id: view ?? '', input: { section: 'Ours' } });
    const whole = (await all('field')).find(({ key, adapts }) => key === 'reach' && adapts === undefined);
    await expect(
      acme.run('field.update', { id: textOf(whole?.['id']), input: { name: 'X' } }),
    ).rejects.toMatchObject(kept);
    await expect(acme.run('field.archive', { id: textOf(whole?.['id']) })).rejects.toMatchObject(kept);
  });

  it('cannot be got round by taking back what was done before', async () => {
    const acme = await buildStandards(test.database);
    const { build, adopt, all } = acme;
    await acme.run('field.create', {
      input: {
        entity: 'idea',
        key: 'status',
        name: 'Stage',
        in: 'PROD',
        config: { options: options('Idea') },
      },
    });
    const own = must((await all('field')).find(({ adapts }) => adapts === 'status'));
    const cause = 'act_early';
    await acme.run('field.update', { id: textOf(own['id']), cause, input: { name: 'Status' } });
    const standard = await build(statusPart('fixed', 'Idea'));
    await adopt(standard);
    const undo = (act: string) =>
      executeWith(
        acme.runtime,
        { workspace: acme.workspace, actor: acme.admin, source: 'user' },
        undoCause(act),
      );
    await expect(undo(cause)).rejects.toMatchObject({ code: 'not_possible' });
  });

  it('leaves its parts to a space that leaves it, and keeps nothing once it is archived', async () => {
    const acme = await buildStandards(test.database);
    const { build, adopt, update, statusNames } = acme;
    const standard = await build(statusPart('fixed', 'Idea', 'Done'), viewPart('fixed', 'status'));
    const adoption = await adopt(standard);
    const view = recordOf(adoption, 'view.ranked');
    await acme.run('standard.archive', { id: standard });
    await acme.run('view.update', { id: view, input: { name: 'Ours' } });
    await expect(update(textOf(adoption['id']))).rejects.toThrow(/archived/);
    await acme.run('standard.restore', { id: standard });
    await acme.run('adoption.delete', { id: textOf(adoption['id']) });
    await acme.run('view.update', { id: view, input: { layout: 'board' } });
    expect(await statusNames()).toEqual(['Idea', 'Done']);
  });
});
