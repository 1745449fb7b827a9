import { must, textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import {
  statusPart,
  fieldPart,
  viewPart,
  planned,
  recordOf,
  buildStandards,
} from '../testing/test-standards.ts';

describeDatabases('standards', (test) => {
  it('gives a space its parts, and says before what it makes and what it matches', async () => {
    const acme = await buildStandards(test.database);
    const { make, build, adopt, update, read, all, fieldsIn, statusNames } = acme;
    const standard = await build(
      statusPart('fixed', 'Idea', 'Doing', 'Done'),
      fieldPart('reach', 'number'),
      fieldPart('score', 'formula', { expression: 'reach * 2' }),
      viewPart('extend', 'status', 'field:reach', 'field:score'),
    );
    await make('idea', { space: 'PROD', title: 'Old', status: 'exploring' });
    const preview = await adopt(standard, 'PROD', { dry: true });
    expect(planned(preview).map(({ part, act, notes }) => [part, act, notes])).toEqual([
      ['idea.status', 'match', [{ code: 'option_in_use', name: 'Exploring', count: 1 }]],
      ['idea.reach', 'make', []],
      ['idea.score', 'make', []],
      ['view.ranked', 'make', []],
    ]);
    expect(await all('adoption')).toEqual([]);
    const adoption = await adopt(standard);
    expect(await statusNames()).toEqual(['Idea', 'Doing', 'Done']);
    const fields = await fieldsIn();
    const [reach, score] = ['reach', 'score'].map((key) => must(fields.find((field) => field.key === key)));
    expect(score?.config.expression).toBe('reach * 2');
    const view = await read('view', recordOf(adoption, 'view.ranked'));
    expect(view['query']).toMatchObject({ columns: ['status', reach?.id, score?.id] });
    const idea = await acme.run('idea.create', { input: { space: 'PROD', title: 'New', reach: 4 } });
    expect((await all('idea')).find(({ id }) => id === idea['id'])?.['score']).toBe(8);
    expect(planned(await update(textOf(adoption['id']), { dry: true })).map(({ act }) => act)).toEqual([
      'keep',
      'keep',
      'keep',
      'keep',
    ]);
  });

  it('shares one field between its spaces, and offers it in no other', async () => {
    const acme = await buildStandards(test.database);
    const { make, build, adopt, fieldsIn } = acme;
    const standard = await build(fieldPart('reach', 'number'));
    const other = await make('space', { key: 'SUPP', name: 'Support', access: 'open' });
    const third = await make('space', { key: 'MARK', name: 'Marketing', access: 'open' });
    await adopt(standard);
    await adopt(standard, 'SUPP');
    const idOf = async (space: string) => (await fieldsIn(space)).find(({ key }) => key === 'reach')?.id;
    expect(await idOf(other)).toBe(await idOf(acme.space));
    expect(await idOf(third)).toBeUndefined();
  });

  it('takes a space’s own field of the same kind over, and stands beside one of another', async () => {
    const { make, build, adopt, read, fieldsIn } = await buildStandards(test.database);
    const reach = await make('field', { entity: 'idea', name: 'Reach', type: 'number', in: 'PROD' });
    const idea = await make('idea', { space: 'PROD', title: 'Known', reach: 7 });
    await make('field', { entity: 'idea', name: 'Effort', type: 'text', in: 'PROD' });
    const standard = await build(
      fieldPart('reach', 'number'),
      fieldPart('effort', 'number'),
      fieldPart('score', 'formula', { expression: 'reach / effort' }),
    );
    const notes = planned(await adopt(standard)).map((part) => part['notes']);
    expect(notes).toEqual([
      [{ code: 'becomes_shared', name: 'Reach' }],
      [{ code: 'key_taken', name: 'Effort', key: 'effort_2' }],
      [],
    ]);
    const fields = await fieldsIn();
    expect(fields.find(({ key }) => key === 'reach')?.id).toBe(reach);
    expect(fields.find(({ key }) => key === 'score')?.config.expression).toBe('reach / effort_2');
    expect((await read('idea', idea))['reach']).toBe(7);
  });

  it('has a part from one standard at a time', async () => {
    const { make, publish, build, adopt, statusNames } = await buildStandards(test.database);
    const first = await build(statusPart('extend', 'Idea', 'Done'));
    const second = await make('standard', {
      name: 'Delivery',
      parts: [statusPart('fixed', 'Open', 'Shut'), fieldPart('risk', 'rating', { max: 3 })],
    });
    await publish(second);
    await adopt(first);
    const parts = planned(await adopt(second)).map(({ act, keptBy }) => [act, keptBy]);
    expect(parts).toEqual([
      ['elsewhere', 'Product discovery'],
      ['make', undefined],
    ]);
    expect(await statusNames()).toEqual(['Idea', 'Done']);
  });

  it('is adopted once, also by two admins at the same time', async () => {
    const acme = await buildStandards(test.database);
    const { build, adopt, all } = acme;
    const standard = await build(fieldPart('reach', 'number'));
    const bea = await acme.addPerson('Bea', 'admin');
    const tries = await Promise.allSettled([
      adopt(standard),
      acme.run('adoption.create', { input: { standard, space: 'PROD' }, actor: bea }),
    ]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await all('field')).filter(({ key }) => key === 'reach')).toHaveLength(2);
  });

  it('takes ideas in with the options it offers, and says what does not fit', async () => {
    const acme = await buildStandards(test.database);
    const { make, build, adopt } = acme;
    await make('space', { key: 'SUPP', name: 'Support', access: 'open' });
    const standard = await build(statusPart('fixed', 'Idea', 'Now'), fieldPart('reach', 'number'));
    await adopt(standard, 'SUPP');
    for (const [status, arrived, why] of [
      ['now', 'now', undefined],
      ['later', 'idea', 'other_form'],
    ] as const) {
      const idea = await make('idea', { space: 'PROD', title: 'Goes', status });
      const input = { space: 'SUPP' };
      const copied = await acme.run('idea.copy', { id: idea, input });
      const moved = await acme.run('idea.move', { id: idea, input });
      const whys = (moved['fit'] as readonly JsonObject[]).map((item) => item['why']);
      expect([moved['status'], whys[0]]).toEqual([arrived, why]);
      expect(copied['status']).toBe(arrived);
    }
  });

  it('takes 500 parts', async () => {
    const { build, adopt } = await buildStandards(test.database);
    const parts = Array.from({ length: 400 }, (_, index) => fieldPart(`f${index}`, 'number'));
    const formulas = Array.from({ length: 40 }, (_, index) =>
      fieldPart(`g${index}`, 'formula', { expression: `f${index} + 1` }),
    );
    const views = Array.from({ length: 60 }, (_, index) => ({
      kind: 'view',
      freedom: 'fixed',
      content: { name: `View ${index}`, entity: 'idea', layout: 'list', query: {} },
    }));
    const standard = await build(...parts, ...formulas, ...views);
    const adoption = await adopt(standard);
    expect((adoption['parts'] as readonly Json[]).length).toBe(500);
  }, 60_000);
});
