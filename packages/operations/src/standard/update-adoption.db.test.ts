import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { executeWith } from '../execute.ts';
import {
  options,
  statusPart,
  fieldPart,
  viewPart,
  planned,
  recordOf,
  buildStandards,
} from '../testing/test-standards.ts';
import { undoCause } from '../undo/undo-cause.ts';

describeDatabases('versions of standards', (test) => {
  it('offers a version with what changes, keeps what the space added, and is taken back as one', async () => {
    const acme = await buildStandards(test.database);
    const { make, publish, build, adopt, update, read, statusNames } = acme;
    const standard = await build(
      statusPart('extend', 'Idea', 'Doing', 'Done'),
      viewPart('override', 'status', 'owner'),
    );
    const adoption = await adopt(standard);
    const [status, view] = ['idea.status', 'view.ranked'].map((part) => recordOf(adoption, part));
    await acme.run('field.update', {
      id: status ?? '',
      input: { config: { options: options('Idea', 'Doing', 'Waiting', 'Done') } },
    });
    await acme.run('view.update', { id: view ?? '', input: { name: 'Our ranking' } });
    await make('idea', { space: 'PROD', title: 'Busy', status: 'doing' });
    await publish(standard, [
      statusPart('extend', 'Idea', 'Next', 'Done'),
      viewPart('override', 'status', 'team'),
    ]);
    const id = textOf(adoption['id']);
    const [first, second] = planned(await update(id, { dry: true }));
    expect(first).toMatchObject({
      act: 'change',
      notes: [{ code: 'option_in_use', name: 'Doing', count: 1 }],
      own: [{ aspect: 'option/waiting', before: null }],
    });
    expect(second?.['own']).toEqual([{ aspect: 'name', before: 'Ranked', after: 'Our ranking' }]);
    await acme.run('adoption.update', { id, input: {}, cause: 'act_update' });
    expect(await statusNames()).toEqual(['Idea', 'Next', 'Done', 'Waiting']);
    expect(await read('view', view ?? '')).toMatchObject({
      name: 'Our ranking',
      query: { columns: ['status', 'team'] },
    });
    expect((await read('adoption', id))['version']).toBe(2);
    await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'user' },
      undoCause('act_update'),
    );
    expect(await statusNames()).toEqual(['Idea', 'Doing', 'Waiting', 'Done']);
    expect((await read('adoption', id))['version']).toBe(1);
    await update(id, { take: ['view.ranked'] });
    expect((await read('view', view ?? ''))['name']).toBe('Ranked');
  });

  it('leaves values where they are when a field becomes one of another type', async () => {
    const { make, publish, build, adopt, update, fieldsIn } = await buildStandards(test.database);
    const standard = await build(fieldPart('effort', 'number'), fieldPart('reach', 'number'));
    const adoption = await adopt(standard);
    await make('idea', { space: 'PROD', title: 'Sized', effort: 5 });
    await publish(standard, [
      fieldPart('effort', 'rating', { max: 5 }),
      fieldPart('reach', 'rating', { max: 5 }),
    ]);
    const id = textOf(adoption['id']);
    expect(planned(await update(id, { dry: true })).map(({ notes }) => notes)).toEqual([
      [
        { code: 'values_stay', name: 'Effort', count: 1 },
        { code: 'key_taken', name: 'Effort', key: 'effort_2' },
      ],
      [{ code: 'key_taken', name: 'Reach', key: 'reach_2' }],
    ]);
    await update(id);
    const shown = (await fieldsIn()).filter(({ id: field }) => field.startsWith('field_'));
    expect(shown.map(({ key, type }) => [key, type])).toEqual([
      ['effort', 'number'],
      ['effort_2', 'rating'],
      ['reach_2', 'rating'],
    ]);
  });
});
