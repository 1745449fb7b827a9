import { must, textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { executeWith } from '../execute.ts';
import { listRecords } from '../reads/list-records.ts';
import { readRecord } from '../reads/read-record.ts';
import { mustState } from '../reads/must-state.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import { compareAdoption, readFollowers } from './read-followers.ts';

const options = (...names: readonly string[]): Json =>
  names.map((name) => ({ key: name.toLowerCase(), name, category: 'active' }));

function statusPart(freedom: string, ...names: readonly string[]): JsonObject {
  const content = { entity: 'idea', key: 'status', name: 'Status', type: 'select' };
  return {
    id: 'idea.status',
    kind: 'field',
    freedom,
    content: { ...content, config: { options: options(...names) } },
  };
}

function fieldPart(key: string, type: string, config: JsonObject = {}): JsonObject {
  const content = { entity: 'idea', key, name: key[0]?.toUpperCase() + key.slice(1), type, config };
  return { id: `idea.${key}`, kind: 'field', freedom: 'extend', content };
}

function viewPart(freedom: string, ...columns: readonly string[]): JsonObject {
  const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: [...columns] };
  return {
    id: 'view.ranked',
    kind: 'view',
    freedom,
    content: { name: 'Ranked', entity: 'idea', layout: 'list', query },
  };
}

describeDatabases('standards', (test) => {
  let acme: TestWorkspace;
  const make = async (entity: string, input: Json, actor?: Actor): Promise<string> =>
    textOf((await acme.run(`${entity}.create`, { input, ...(actor ? { actor } : {}) }))['id']);
  const publish = async (standard: string, parts?: readonly JsonObject[], note = 'New'): Promise<void> => {
    if (parts) await acme.run('standard.update', { id: standard, input: { parts } });
    await acme.run('standard.publish', { id: standard, input: { note } });
  };
  const build = async (...parts: readonly JsonObject[]): Promise<string> => {
    const id = await make('standard', { name: 'Product discovery', parts });
    await publish(id);
    return id;
  };
  const adopt = (standard: string, space = 'PROD', more: JsonObject = {}) =>
    acme.run('adoption.create', { input: { standard, space, ...more } });
  const update = (id: string, input: JsonObject = {}) => acme.run('adoption.update', { id, input });
  const planned = (answer: JsonObject): readonly JsonObject[] =>
    (answer['plan'] as { readonly parts: readonly JsonObject[] }).parts;
  const read = (entity: string, id: string) =>
    readRecord(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: acme.runtime.model.entity(entity),
      id,
    });
  const all = async (entity: string): Promise<readonly JsonObject[]> => {
    const of = acme.runtime.model.entity(entity);
    const page = await listRecords(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: of,
      limit: 1000,
    });
    return page.items;
  };
  const fieldsIn = async (space = acme.space) => {
    const state = await mustState(acme.runtime, acme.workspace);
    return state.fieldsIn('idea', space).filter(({ id }) => state.isOffered(id, space));
  };
  const statusNames = async () =>
    (await fieldsIn()).find(({ id }) => id === 'status')?.config.options?.map(({ name }) => name);
  const recordOf = (adoption: JsonObject, part: string): string =>
    textOf(
      must((adoption['parts'] as readonly JsonObject[]).find((each) => each['part'] === part))['record'],
    );

  beforeEach(async () => {
    acme = await buildWorkspace(test.database);
  });

  it('gives a space its parts, and says before what it makes and what it matches', async () => {
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
    const standard = await build(fieldPart('reach', 'number'));
    const other = await make('space', { key: 'SUPP', name: 'Support', access: 'open' });
    const third = await make('space', { key: 'MARK', name: 'Marketing', access: 'open' });
    await adopt(standard);
    await adopt(standard, 'SUPP');
    const idOf = async (space: string) => (await fieldsIn(space)).find(({ key }) => key === 'reach')?.id;
    expect(await idOf(other)).toBe(await idOf(acme.space));
    expect(await idOf(third)).toBeUndefined();
  });

  it('refuses what the author does not allow, whichever way it is tried', async () => {
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

  it('offers a version with what changes, keeps what the space added, and is taken back as one', async () => {
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

  it('takes a space’s own field of the same kind over, and stands beside one of another', async () => {
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

  it('is published by its owner and admins, adopted by admins of a space, and read by all', async () => {
    const [eve, kim, vic] = [
      await acme.addPerson('Eve', 'editor'),
      await acme.addPerson('Kim', 'editor'),
      await acme.addPerson('Vic', 'viewer'),
    ];
    const standard = await make('standard', { name: 'Hers', parts: [statusPart('fixed', 'Idea')] }, eve);
    await expect(acme.run('standard.publish', { id: standard, input: {}, actor: kim })).rejects.toMatchObject(
      { code: 'forbidden' },
    );
    await acme.run('standard.publish', { id: standard, input: {}, actor: eve });
    for (const actor of [eve, kim, vic])
      await expect(
        acme.run('adoption.create', { input: { standard, space: 'PROD' }, actor }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    const adoption = await adopt(standard);
    const seen = await readRecord(acme.runtime, {
      workspace: acme.workspace,
      actor: vic,
      entity: acme.runtime.model.entity('adoption'),
      id: textOf(adoption['id']),
    });
    expect(seen['version']).toBe(1);
    await expect(
      acme.run('adoption.delete', { id: textOf(adoption['id']), actor: kim }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await make('space', { key: 'HIDN', name: 'Hidden', access: 'private' });
    await expect(
      acme.run('adoption.create', { input: { standard, space: 'HIDN' }, actor: eve }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves its parts to a space that leaves it, and keeps nothing once it is archived', async () => {
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

  it('tells nobody of views that are for a few, nor of fields of spaces that he does not see', async () => {
    const [ann, mo] = [await acme.addPerson('Ann', 'editor'), await acme.addPerson('Mo', 'viewer')];
    const secret = { space: 'PROD', entity: 'idea', name: 'Layoffs', layout: 'list', access: 'restricted' };
    const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: ['title'] };
    await make('view', { ...secret, query });
    const taken = await make('standard', { name: 'As we work', source: 'PROD' });
    expect(JSON.stringify((await read('standard', taken))['parts'])).not.toContain('Layoffs');
    const standard = await build(viewPart('override', 'title'), fieldPart('deal', 'number'));
    const adoption = await adopt(standard);
    const input = { name: 'Layoffs', access: 'restricted' };
    await acme.run('view.update', { id: recordOf(adoption, 'view.ranked'), input });
    const { runtime, workspace } = acme;
    const shown = async (actor: Actor): Promise<string> =>
      JSON.stringify([
        await readFollowers(runtime, { workspace, actor, id: standard }),
        await compareAdoption(runtime, { workspace, actor, id: textOf(adoption['id']) }),
      ]);
    expect(await shown(acme.admin)).toContain('Layoffs');
    expect(await shown(mo)).not.toContain('Layoffs');
    await make('space', { key: 'HIDN', name: 'Hidden', access: 'private' });
    await make('field', { entity: 'idea', key: 'buyer', name: 'Acquirer', type: 'text', in: 'HIDN' });
    await make('space', { key: 'ANNS', name: 'Hers' });
    await make('membership', { person: textOf(ann.person), in: 'ANNS', role: 'admin' });
    const other = await build(fieldPart('buyer', 'number'));
    const dry = { standard: other, space: 'ANNS', dry: true };
    const notes = async (actor: Actor) =>
      planned(await acme.run('adoption.create', { input: dry, actor })).map((part) => part['notes']);
    expect(await notes(acme.admin)).toEqual([[{ code: 'key_taken', name: 'Acquirer', key: 'buyer_2' }]]);
    expect(await notes(ann)).toEqual([[{ code: 'key_taken', name: 'buyer', key: 'buyer_2' }]]);
  });

  it('is adopted once, also by two admins at the same time', async () => {
    const standard = await build(fieldPart('reach', 'number'));
    const bea = await acme.addPerson('Bea', 'admin');
    const tries = await Promise.allSettled([
      adopt(standard),
      acme.run('adoption.create', { input: { standard, space: 'PROD' }, actor: bea }),
    ]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await all('field')).filter(({ key }) => key === 'reach')).toHaveLength(2);
  });

  it('is not published broken, empty or unchanged, and names the part', async () => {
    const standard = await make('standard', { name: 'Draft' });
    await expect(publish(standard)).rejects.toThrow(/no parts/);
    await expect(
      publish(standard, [fieldPart('score', 'formula', { expression: 'raech * 2' })]),
    ).rejects.toThrow(/^Score: /);
    await expect(publish(standard, [viewPart('fixed', 'field:raech')])).rejects.toThrow(
      /“Ranked” uses the field “raech”/,
    );
    await expect(
      acme.run('standard.update', { id: standard, input: { parts: [{ kind: 'song' }] } }),
    ).rejects.toThrow(/Part 1/);
    await publish(standard, [fieldPart('reach', 'number')]);
    await expect(publish(standard)).rejects.toThrow(/Nothing has changed/);
    await expect(adopt(standard, 'NOPE')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is taken from how a space is set up, and finds the space itself as it is', async () => {
    await make('field', { entity: 'idea', name: 'Reach', type: 'number', in: 'PROD' });
    await make('field', {
      entity: 'idea',
      name: 'Score',
      type: 'formula',
      in: 'PROD',
      config: { expression: 'reach * 3' },
    });
    const standard = await make('standard', { name: 'As we work', source: 'PROD' });
    await publish(standard);
    const plan = planned(await adopt(standard, 'PROD', { dry: true }));
    expect(plan.map(({ part, act, changes }) => [part, act, changes])).toEqual([
      ['idea.type', 'match', []],
      ['idea.status', 'match', []],
      ['idea.reach', 'match', []],
      ['idea.score', 'match', []],
      ['view.all_ideas', 'match', []],
      ['view.board', 'match', []],
    ]);
  });

  it('takes ideas in with the options it offers, and says what does not fit', async () => {
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

  it('brings description templates, and keeps them', async () => {
    const text = { name: 'Problem', body: '## Who has it', forType: 'problem' };
    await make('description-template', { space: 'PROD', ...text });
    const standard = await make('standard', { name: 'Words', source: 'PROD' });
    const taken = (await read('standard', standard))['parts'] as readonly JsonObject[];
    const part = must(taken.find(({ kind }) => kind === 'description'));
    await publish(standard, [{ ...part, freedom: 'fixed' }]);
    await make('space', { key: 'SUPP', name: 'Support', access: 'open' });
    const adoption = await adopt(standard, 'SUPP');
    const id = recordOf(adoption, textOf(part['id']));
    expect(await read('description-template', id)).toMatchObject(text);
    const change = { id, input: { body: 'Anything' } };
    await expect(acme.run('description-template.update', change)).rejects.toMatchObject({
      code: 'not_possible',
    });
    expect(planned(await adopt(standard, 'PROD', { dry: true })).map(({ act }) => act)).toEqual(['match']);
  });

  it('takes 500 parts', async () => {
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
