import { must, textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { TEMPLATES, type Template } from '@throughline/model';
import { checkQuery, ColumnStore, evaluate, makeContext, parseQuery } from '@throughline/view';
import { expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { BlueprintReport } from '../blueprint/blueprint-report.ts';
import { listRecords, listValues } from '../reads/list-records.ts';
import { mustState } from '../reads/must-state.ts';
import { readRecord } from '../reads/read-record.ts';
import { viewSchema } from '../reads/view-parts.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import { execute, executeWith } from '../execute.ts';

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describeDatabases('templates', (test) => {
  async function build() {
    const acme = await buildWorkspace(test.database);
    const { run, runtime, workspace, admin } = acme;
    const addSpace = async (key: string) =>
      textOf((await run('space.create', { input: { key, name: key } }))['id']);
    const apply = async (space: string, input: JsonObject, actor: Actor = admin) =>
      (await run('space.apply', { actor, id: space, input }))['report'] as unknown as BlueprintReport;
    const list = async (entity: string, space: string): Promise<readonly JsonObject[]> => {
      const request = { workspace, actor: admin, entity: runtime.model.entity(entity), limit: 500 };
      const { items } = await listRecords(runtime, request);
      return items.filter((item) => (item['space'] ?? item['in']) === space);
    };
    const refusal = async (promise: Promise<unknown>) =>
      promise.then(
        () => 'taken',
        (error: { readonly body: JsonObject }) => error.body,
      );
    return { ...acme, addSpace, apply, list, refusal };
  }

  /** What a view shows, answered by the database and in memory, and what of it does not hold. */
  async function answer({ runtime, workspace, admin }: TestWorkspace, view: JsonObject) {
    const state = await mustState(runtime, workspace);
    const entity = runtime.model.entity('idea');
    const schema = viewSchema(runtime.model, { state, entity, space: textOf(view['space']) });
    const read = parseQuery(view['query'] ?? null);
    const { query, problems } = checkQuery(must(read.ok ? read.value : null), schema);
    const request = { workspace, actor: admin, entity, limit: 500 };
    const store = new ColumnStore(schema);
    const all = await listValues(runtime, request);
    for (const { id, values } of all.rows) store.put(id, values);
    const result = evaluate(
      store,
      query,
      makeContext({ now: Date.UTC(2026, 0, 2), zone: state.zone, me: admin.person }),
    );
    const { rows } = await listValues(runtime, { ...request, query });
    return {
      problems,
      sql: rows.map(({ id }) => id),
      memory: Array.from(result.rows, (row) => store.idOf(row)),
    };
  }

  it('are made of a space by those who may change how it works', async () => {
    const { run, addPerson } = await build();
    const space = textOf(
      (await run('space.create', { input: { key: 'SECRET', name: 'Secret', access: 'private' } }))['id'],
    );
    const grace = await addPerson('Grace', 'editor');
    await run('membership.create', { input: { person: grace.person, in: space, role: 'viewer' } });
    const template = run('template.create', { actor: grace, input: { name: 'Copy', from: space } });
    await expect(template).rejects.toThrow('may be told to everybody by its editors');
    const standard = run('standard.create', { actor: grace, input: { name: 'Copy', source: space } });
    await expect(standard).rejects.toThrow('may be told to everybody by its editors');
  });

  it.each(TEMPLATES.map((template): [string, Template] => [template.key, template]))(
    'sets up %s in a new space, and every engine answers its views',
    async (key, { blueprint, examples }) => {
      const acme = await build();
      const space = await acme.addSpace('NEW');
      const report = await acme.apply(space, { template: key, start: true, examples: true });
      expect(report.examples).toBe(examples.length);
      expect(report.views.map(({ name, outcome, dropped }) => [name, outcome, dropped])).toEqual(
        blueprint.views.map(({ name }) => [name, 'new', []]),
      );
      expect(report.descriptions.map(({ outcome }) => outcome)).toEqual(
        blueprint.descriptions.map(() => 'new'),
      );
      expect(report.fields.filter(({ outcome }) => outcome === 'renamed' || outcome === 'kept')).toEqual([]);
      const views = await acme.list('view', space);
      const named = views.map(({ name }) => name).toSorted(byText);
      const wanted =
        blueprint.views.length > 0 ? blueprint.views.map(({ name }) => name) : ['All ideas', 'Board'];
      expect(named).toEqual(wanted.toSorted(byText));
      for (const view of views) {
        const { problems, sql, memory } = await answer(acme, view);
        expect([view['name'], problems, sql]).toEqual([view['name'], [], memory]);
        expect(JSON.stringify([view['query'], view['settings'] ?? null])).not.toContain('field:');
      }
      expect(
        (await acme.list('idea', space)).every(({ labels }) => (labels as Json[]).includes('Example')),
      ).toBe(true);
    },
  );

  it('makes nothing twice, and takes all of it back as one act', async () => {
    const { runtime, workspace, admin, addSpace, apply, list } = await build();
    const space = await addSpace('ONCE');
    await apply(space, { template: 'rice' });
    const counts = async () => [
      (await list('view', space)).length,
      (await list('description-template', space)).length,
      (await listRecords(runtime, { workspace, actor: admin, entity: runtime.model.entity('field') })).items
        .length,
    ];
    const before = await counts();
    const again = await apply(space, { template: 'rice' });
    expect(await counts()).toEqual(before);
    expect(
      new Set([...again.fields, ...again.views, ...again.descriptions].map(({ outcome }) => outcome)),
    ).toEqual(new Set(['there']));
    const fresh = await addSpace('BACK');
    const { cause } = await execute(runtime, {
      workspace,
      actor: admin,
      source: 'user',
      operation: 'space.apply',
      id: fresh,
      input: { template: 'bug-triage', start: true, examples: true },
    });
    expect((await list('view', fresh)).length).toBe(5);
    await executeWith(runtime, { workspace, actor: admin, source: 'user' }, undoCause(cause));
    expect((await list('view', fresh)).map(({ name }) => name).toSorted(byText)).toEqual([
      'All ideas',
      'Board',
    ]);
    expect(await list('idea', fresh)).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  it('gives a field whose key is taken by another type a key of its own, and formulas and views follow', async () => {
    const acme = await build();
    const { run, addSpace, apply, list } = acme;
    await run('field.create', { input: { entity: 'idea', key: 'effort', name: 'Effort', type: 'text' } });
    const space = await addSpace('TAKEN');
    const report = await apply(space, { template: 'rice-list' });
    expect(report.fields.find(({ wanted }) => wanted === 'effort')).toEqual({
      name: 'Effort',
      entity: 'idea',
      key: 'effort_2',
      wanted: 'effort',
      outcome: 'renamed',
      options: [],
    });
    const state = await mustState(acme.runtime, acme.workspace);
    const formula = state.fieldsOf('idea').find(({ key }) => key === 'rice');
    expect(formula?.config.expression).toBe('reach * impact * confidence / 100 / effort_2');
    const view = must((await list('view', space)).find(({ name }) => name === 'Ranked by RICE'));
    const renamed = state.fieldsOf('idea').find(({ key }) => key === 'effort_2');
    expect((view['query'] as JsonObject)['columns']).toContain(renamed?.id);
    expect((await answer(acme, view)).problems).toEqual([]);
  });

  it('is for editors of the space, whose fields are the space’s own where they may make no others', async () => {
    const { run, addPerson, addSpace, apply, refusal, runtime, workspace } = await build();
    const space = await addSpace('ROLE');
    const vic = await addPerson('Vic', 'viewer');
    const bob = await addPerson('Bob', 'contributor');
    for (const actor of [vic, bob])
      expect(await refusal(apply(space, { template: 'rice' }, actor))).toMatchObject({ code: 'forbidden' });
    const input = { person: textOf(bob.person), in: space, role: 'editor' };
    await run('membership.create', { input });
    await apply(space, { template: 'value-effort' }, bob);
    const { items } = await listRecords(runtime, {
      workspace,
      actor: bob,
      entity: runtime.model.entity('field'),
    });
    expect(items.map(({ key, in: place }) => [key, place]).toSorted(byText)).toEqual([
      ['effort', space],
      ['value', space],
      ['value_effort', space],
    ]);
  });

  it('refuses garbage by the part that cannot be read, and changes nothing', async () => {
    const { addSpace, apply, refusal, run, list } = await build();
    const space = await addSpace('BAD');
    const cases: readonly (readonly [JsonObject, string])[] = [
      [{}, 'Name a template, or give a blueprint.'],
      [{ template: 'rice', blueprint: {} }, 'Name a template, or give a blueprint.'],
      [{ template: 'rise' }, 'There is no template “rise”.'],
      [{ blueprint: 'rice' }, 'The blueprint: expected an object, got “rice”.'],
      [
        { blueprint: { views: [{ name: 'Odd', layout: 'list', query: { where: { type: 'magic' } } }] } },
        'The view “Odd”: There is no part of type “magic”.',
      ],
      [
        {
          blueprint: {
            fields: [{ key: 'a', name: 'A', type: 'formula', config: { expression: 'nowhere + 1' } }],
          },
        },
        'There is no field nowhere.',
      ],
    ];
    for (const [input, message] of cases)
      expect(await refusal(apply(space, input))).toMatchObject({ message });
    const blueprint = {
      fields: Array.from({ length: 501 }, (_, index) => ({ key: `f${index}`, name: 'F', type: 'text' })),
    };
    expect(
      await refusal(run('template.create', { input: { name: 'Big', kind: 'space', blueprint } })),
    ).toMatchObject({
      message: 'The fields: there are 501; 500 fit.',
      details: { field: 'blueprint', code: 'too_many' },
    });
    expect((await list('view', space)).length).toBe(2);
  });

  it('takes a template of 300 fields in one act', async () => {
    const { addSpace, apply } = await build();
    const space = await addSpace('MANY');
    const fields = Array.from({ length: 300 }, (_, index) => ({
      key: `many_${index}`,
      name: `Many ${index}`,
      type: index % 10 === 9 ? 'formula' : 'number',
      config: index % 10 === 9 ? { expression: `many_${index - 1} * 2` } : {},
    }));
    const report = await apply(space, { blueprint: { fields } });
    expect(report.fields.filter(({ outcome }) => outcome === 'new')).toHaveLength(300);
  }, 60_000);

  it('keeps a space as a template of one’s own, which sets up the same elsewhere', async () => {
    const { run, addSpace, apply, list, admin, runtime, workspace } = await build();
    const space = await addSpace('FROM');
    await apply(space, { template: 'opportunity-solution', start: true });
    const condition = {
      type: 'compare',
      operator: '=',
      left: { type: 'field', field: 'owner' },
      right: { type: 'record', id: textOf(admin.person) },
    };
    await run('view.create', {
      input: {
        space,
        entity: 'idea',
        name: 'Mine',
        layout: 'list',
        description: 'What **Ada** does.',
        query: { version: 1, entity: 'idea', columns: ['title'], where: condition },
      },
    });
    const made = await run('template.create', { input: { name: 'Our way', emoji: '🧩', from: 'FROM' } });
    expect(made['kind']).toBe('space');
    expect(JSON.stringify(made['blueprint'])).not.toMatch(/(person|field|view|space|idea)_[0-9a-z]{26}/);
    const target = await addSpace('TO');
    const report = await apply(target, { template: textOf(made['id']), start: true });
    expect(report.views.map(({ name }) => name)).toEqual([
      'The tree',
      'Opportunities',
      'Experiments',
      'Solutions',
      'Mine',
    ]);
    const key = ({ name, layout, forType, isDefault }: JsonObject): string =>
      JSON.stringify([name, layout, forType, isDefault]);
    for (const entity of ['view', 'description-template'])
      expect((await list(entity, target)).map(key).toSorted(byText)).toEqual(
        (await list(entity, space)).map(key).toSorted(byText),
      );
    const mine = must((await list('view', target)).find(({ name }) => name === 'Mine'));
    expect((mine['query'] as JsonObject)['where']).toBeUndefined();
    const whole = await readRecord(runtime, {
      workspace,
      actor: admin,
      entity: runtime.model.entity('view'),
      id: textOf(mine['id']),
    });
    expect(whole['description']).toBe('What **Ada** does.');
  });

  it('keeps one view with the fields it needs, and nobody who may not see it can', async () => {
    const { run, addSpace, apply, list, addPerson, refusal } = await build();
    const space = await addSpace('VIEW');
    await apply(space, { template: 'rice', start: true });
    const ranked = must((await list('view', space)).find(({ name }) => name === 'Ranked by RICE'));
    const made = await run('template.create', { input: { name: 'Ranking', from: textOf(ranked['id']) } });
    const blueprint = made['blueprint'] as JsonObject;
    expect(made['kind']).toBe('view');
    expect((blueprint['fields'] as JsonObject[]).map((part) => part['key']).toSorted(byText)).toEqual([
      'confidence',
      'effort',
      'impact',
      'reach',
      'rice',
    ]);
    const eve = await addPerson('Eve', 'editor');
    await run('view.update', { id: textOf(ranked['id']), input: { access: 'restricted' } });
    const input = { name: 'Stolen', from: textOf(ranked['id']) };
    expect(await refusal(run('template.create', { actor: eve, input }))).toMatchObject({ code: 'not_found' });
    const whole = await run('template.create', { input: { name: 'All of it', from: 'VIEW' } });
    expect(JSON.stringify(whole['blueprint'])).not.toContain('Ranked by RICE');
  });

  it('begins ideas that people write with the default description of their type', async () => {
    const { run, addSpace, runtime, workspace, admin } = await build();
    const space = await addSpace('BEGIN');
    const template = async (input: JsonObject) =>
      textOf(
        (await run('description-template.create', { input: { space, isDefault: true, ...input } }))['id'],
      );
    const first = await template({ name: 'First', body: 'First.' });
    await template({ name: 'For all', body: 'For all.' });
    await template({ name: 'Problem', body: 'Who has it?', forType: 'problem' });
    const entity = runtime.model.entity('description-template');
    expect((await readRecord(runtime, { workspace, actor: admin, entity, id: first }))['isDefault']).toBe(
      false,
    );
    const begin = async (input: JsonObject, source: 'user' | 'import' = 'user') => {
      const made = await run('idea.create', { source, input: { space, title: 'New', ...input } });
      const idea = { workspace, actor: admin, entity: runtime.model.entity('idea'), id: textOf(made['id']) };
      return (await readRecord(runtime, idea))['description'];
    };
    expect(await begin({})).toBe('For all.');
    expect(await begin({ type: 'problem' })).toBe('Who has it?');
    expect(await begin({ description: 'My own.' })).toBe('My own.');
    expect(await begin({}, 'import')).toBeUndefined();
    await expect(template({ name: 'Odd', forType: 'nothing' })).rejects.toMatchObject({
      code: 'invalid_value',
    });
  });
});
