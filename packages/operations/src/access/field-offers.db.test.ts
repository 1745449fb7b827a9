import { textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import type { Role } from '@throughline/model';
import { beforeAll, expect, it } from 'vitest';
import { executeWith } from '../execute.ts';
import { exportRecords } from '../export/export-records.ts';
import { listRecords, type ListRequest } from '../reads/list-records.ts';
import { mustState } from '../reads/must-state.ts';
import { readRecord } from '../reads/read-record.ts';
import { readSnapshot } from '../reads/read-snapshot.ts';
import { listChanges } from '../reads/list-changes.ts';
import { readSession } from '../reads/read-session.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { SYSTEM, type Actor } from './actor.ts';

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

  /** Of PROD alone. */
  const addAdmin = async (name: string, role: Role = 'editor'): Promise<Actor> => {
    const actor = await acme.addPerson(name, role);
    await make('membership', { person: actor.person, in: 'PROD', role: 'admin' });
    return actor;
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

  it('has no field of companies to itself: everybody reads their values', async () => {
    const field = { entity: 'company', name: 'Churn risk', type: 'number', in: 'SUPP' };
    await expect(make('field', field)).rejects.toThrow('for the whole workspace');
  });

  it('keeps values of a field of companies that it had before from those who do not see it', async () => {
    const { runtime, workspace, admin } = acme;
    const ola = await acme.addPerson('Ola', 'editor');
    const space = textOf((await make('space', { key: 'OLDF', name: 'Old', access: 'private' }))['id']);
    const company = await make('company', { name: 'Initech' });
    const id = textOf(company['id']);
    const older = { entity: 'company', key: 'risk', name: 'Risk', type: 'number', in: space, config: {} };
    const { result } = await executeWith(
      runtime,
      { workspace, actor: SYSTEM, source: 'system' },
      async (work) => {
        const [made] = await work.insert(work.entity('field'), [{ values: older }]);
        return { id: made?.id ?? '' };
      },
    );
    const since = new Date(runtime.ids.now()).toISOString();
    const wrote = await acme.run('company.update', { id, input: { risk: 918_273_645 } });
    expect(wrote['risk']).toBe(918_273_645);
    const entity = runtime.model.entity('company');
    const told = async (actor: Actor): Promise<readonly boolean[]> => {
      const request = { workspace, actor, entity };
      const updated = await acme.run('company.update', { actor, id, input: { name: `By ${actor.person}` } });
      const answers = [
        updated,
        await readRecord(runtime, { ...request, id }),
        await listRecords(runtime, request),
        await listChanges(runtime, { workspace, actor, entity: 'company', since }),
        (await readSnapshot(runtime, { workspace, actor, space: null })).join(''),
      ];
      return answers.map((answer) => JSON.stringify(answer).includes('918273645'));
    };
    expect(await told(ola)).toEqual([false, false, false, false, false]);
    expect(await told(admin)).toEqual([true, true, true, true, true]);
    const guess = acme.run('company.update', { actor: ola, id, input: { risk: 1 } });
    await expect(guess).rejects.toThrow('no field');
    const config = { expression: 'risk + 1' };
    const formula = { entity: 'company', key: 'riskier', name: 'Riskier', type: 'formula', config };
    await expect(acme.run('field.create', { actor: ola, input: formula })).rejects.toThrow('risk');
    const name = { kind: 'field', freedom: 'extend', content: { ...older, in: undefined } };
    const standard = await make('standard', { name: 'Companies', parts: [JSON.parse(JSON.stringify(name))] });
    await acme.run('standard.publish', { id: textOf(standard['id']), input: {} });
    await make('adoption', { standard: textOf(standard['id']), space });
    expect((await mustState(runtime, workspace)).homeOf(textOf(result['id']))).toBe(space);
    expect(await told(ola)).toEqual([false, false, false, false, false]);
  });

  it('brings fields of companies with a template only where all may have them', async () => {
    const lee = await addAdmin('Max', 'viewer');
    const fields = [{ entity: 'company', key: 'tier', name: 'Tier', type: 'text' }];
    const apply = (actor: Actor) =>
      acme.run('space.apply', { actor, id: acme.space, input: { blueprint: { fields } } });
    await expect(apply(lee)).rejects.toThrow('“Tier” would be a field of companies, for the whole workspace');
    await apply(acme.admin);
    expect(await acme.run('company.create', { input: { name: 'Tiered', tier: 'A' } })).toMatchObject({
      tier: 'A',
    });
  });

  it('tells those who do not see the space nothing of its fields, whatever they send', async () => {
    const eve = await acme.addPerson('Ivy', 'editor');
    const options = { options: [{ key: 'gold', name: 'Gold mine' }] };
    const stake = {
      entity: 'idea',
      key: 'stake',
      name: 'Stake',
      type: 'select',
      in: 'SUPP',
      config: options,
    };
    await make('field', stake);
    const sent: readonly JsonObject[] = [
      { space: 'SUPP', title: 'Guess', status: 'zzz' },
      { title: 'Guess', status: 'zzz' },
      { space: 'PROD', title: 'Guess', stake: 'zzz' },
      { space: 'PROD', title: 'Guess', Stake: 'gold' },
    ];
    const answers = await Promise.all(
      sent.map((input) =>
        acme.run('idea.create', { actor: eve, input }).then(
          () => 'taken',
          (error: { readonly body: JsonObject }) => JSON.stringify({ ...error.body, details: null }),
        ),
      ),
    );
    for (const answer of answers) expect(answer).not.toMatch(/taken|Spotted|Doing|Gold|Did you mean/);
  });

  it('tells them nothing of its fields in formulas, audience versions, published columns and moves', async () => {
    const lee = await addAdmin('Lee');
    const { space } = acme;
    await make('space', { key: 'DEAL', name: 'Deals', access: 'private' });
    const secret = { entity: 'idea', key: 'takeover', name: 'Takeover', type: 'number', in: 'DEAL' };
    await make('field', secret);
    const view = textOf((await make('view', { space, entity: 'idea', name: 'All' }))['id']);
    const roadmap = textOf((await make('roadmap', { space, name: 'Plan', spaces: [space] }))['id']);
    const idea = textOf((await make('idea', { space, title: 'Goes' }))['id']);
    await make('space', { key: 'NEXT', name: 'Next', access: 'open' });
    const formula = { entity: 'idea', name: 'Sum', type: 'formula', in: space };
    const edition = { roadmap, name: 'For all' };
    const asked: readonly (readonly [string, { readonly id?: string; readonly input: JsonObject }])[] = [
      ['field.create', { input: { ...formula, config: { expression: 'takeove + 1' } } }],
      ['field.create', { input: { ...formula, config: { expression: 'takeover + 1' } } }],
      ['edition.create', { input: { ...edition, columns: ['takeover'] } }],
      ['edition.create', { input: { ...edition, columns: ['title'], condition: 'takeover > 1' } }],
      ['edition.create', { input: { ...edition, columns: ['title'], condition: 'takeove > 1' } }],
      ['share.create', { input: { view, columns: ['takeover'] } }],
      ['idea.move', { id: idea, input: { space: 'NEXT', fields: { takeover: null } } }],
    ];
    const answer = async (actor: Actor, [operation, request]: (typeof asked)[number]): Promise<string> =>
      acme.run(operation, { ...request, actor }).then(
        () => 'taken',
        (error: { readonly body: JsonObject }) => JSON.stringify(error.body),
      );
    for (const each of asked) {
      const told = await answer(lee, each);
      // What he wrote himself may be told back to him.
      expect([each, told.replaceAll(/“takeover?”|no field takeover?\b/g, '')]).toEqual([
        each,
        expect.not.stringMatching(/taken|takeover|Takeover/),
      ]);
      if (!JSON.stringify(each).includes('takeover')) continue;
      expect(await answer(acme.admin, each)).toBe('taken');
    }
  });

  it('lets those who do not see a field that a formula names mark its values anew', async () => {
    const lee = await addAdmin('Ned');
    const config = { expression: 'takeover * 2' };
    const made = await make('field', { entity: 'idea', name: 'Twice', type: 'formula', in: 'PROD', config });
    const rules = [{ operator: '>', value: 10, color: 'red' }];
    const id = textOf(made['id']);
    await acme.run('field.update', { actor: lee, id, input: { config: { ...config, rules } } });
    const other = { config: { expression: 'takeover * 3' } };
    await expect(acme.run('field.update', { actor: lee, id, input: other })).rejects.toThrow('no field');
  });

  it('is neither told by lists and exports of those who do not see the space', async () => {
    const eve = await acme.addPerson('Uma', 'editor');
    const { runtime, workspace } = acme;
    const entity = runtime.model.entity('idea');
    const request = { workspace, actor: eve, entity };
    const told = async (asked: Partial<ListRequest>): Promise<unknown> =>
      listRecords(runtime, { ...request, ...asked }).catch(
        (error: { readonly body: JsonObject }) => error.body,
      );
    const asked = [
      { filter: 'status = "zzz"' },
      { space: 'SUPP', filter: 'status = "zzz"' },
      { filter: 'stake = "gold"' },
      { sort: 'stake' },
    ];
    for (const each of asked) {
      const answer = JSON.stringify(await told(each));
      expect(answer).toContain('invalid_expression');
      expect(answer).not.toMatch(/Spotted|Doing|Gold/);
    }
    let exported = '';
    for await (const piece of exportRecords(runtime, { ...request, format: 'csv' })) exported += piece;
    expect(exported).toContain('status');
    expect(exported).not.toContain('stake');
  });

  it('gives its fields to what takes its place from another record', async () => {
    const idea = await make('idea', { space: 'SUPP', title: 'Evidenced' });
    const mood = { entity: 'insight', key: 'mood', name: 'Mood', type: 'text' };
    await make('field', { ...mood, in: 'SUPP' });
    const insight = await make('insight', { idea: textOf(idea['id']), quote: 'They said so', mood: 'angry' });
    expect(insight['mood']).toBe('angry');
  });
});
