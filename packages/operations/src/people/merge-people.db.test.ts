import { textOf, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { MODEL } from '@throughline/model';
import { beforeAll, expect, it } from 'vitest';
import { executeWith } from '../execute.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';
import { fieldsReferringTo } from './merge-people.ts';

it('knows every field that names a contact or a company', () => {
  const named = (name: string) =>
    fieldsReferringTo(MODEL, name).map(({ entity, field }) => `${entity.name}.${field.id}`);
  expect(named('contact')).toEqual(
    expect.arrayContaining(['feedback.contact', 'vote.contact', 'answer.contact']),
  );
  expect(named('company')).toEqual(
    expect.arrayContaining(['contact.company', 'feedback.company', 'insight.company']),
  );
});

describeDatabases('contacts and companies that are the same', (test) => {
  let acme: TestWorkspace;
  const make = async (entity: string, input: JsonObject) =>
    textOf((await acme.run(`${entity}.create`, { input }))['id']);
  const valueOf = async (entity: string, id: string) => {
    const { rows } = await test.database.query<JsonObject>(
      `select * from ${entity} where workspace_id = $1 and id = $2`,
      [acme.workspace, id],
    );
    return rows[0] ?? {};
  };

  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
  });

  it('become one, which everything names, and are two again when it is undone', async () => {
    const secret = await make('space', { key: 'SEC', name: 'Secret', access: 'private' });
    const initech = await make('company', { name: 'Initech' });
    const [ada, double] = [
      await make('contact', { name: 'Ada', email: 'ada@initech.example' }),
      await make('contact', {
        name: 'Ada B.',
        email: 'Ada+news@initech.example',
        company: initech,
        role: 'CTO',
      }),
    ];
    const feedback = await make('feedback', { space: 'PROD', title: 'PDF', contact: double });
    const hidden = await make('feedback', { space: secret, title: 'Hidden', contact: double });
    const idea = await make('idea', { space: 'PROD', title: 'Export' });
    const insight = await make('insight', { idea, feedback, quote: 'PDF' });
    for (const contact of [ada, double]) await make('vote', { record: feedback, contact });
    const editor = await acme.addPerson('Eve', 'editor');
    const cause = 'act_00000000000000000000000011';
    const merged = await acme.run('contact.merge', {
      id: ada,
      input: { from: [double] },
      actor: editor,
      cause,
    });
    expect(merged).toMatchObject({
      name: 'Ada',
      email: 'ada@initech.example',
      company: initech,
      role: 'CTO',
    });
    const named = async () => [
      (await valueOf('feedback', feedback))['contact'],
      (await valueOf('feedback', hidden))['contact'],
      (await valueOf('insight', insight))['contact'],
    ];
    expect(await named()).toEqual([ada, ada, ada]);
    const votes = async () =>
      (await test.database.query('select contact from vote where record = $1 order by contact', [feedback]))
        .rows;
    expect(await votes()).toEqual([{ contact: ada }]);
    expect((await valueOf('contact', double))['merged_into']).toBe(ada);
    const undo = executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'api' },
      undoCause(cause),
    );
    await expect(undo).rejects.toMatchObject({ code: 'forbidden' });
    await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: editor, source: 'api' },
      undoCause(cause),
    );
    expect(await named()).toEqual([double, double, double]);
    expect(await votes()).toHaveLength(2);
    expect(await valueOf('contact', ada)).toMatchObject({ company: null, role: null });
  });

  it('lead whoever writes later to the one that is left, and are erased together', async () => {
    const [bob, old] = [
      await make('contact', { name: 'Bob', email: 'bob@new.example' }),
      await make('contact', { name: 'Bob', email: 'bob@old.example' }),
    ];
    await acme.run('contact.merge', { id: bob, input: { from: [old] } });
    await expect(acme.run('contact.merge', { id: bob, input: { from: [old] } })).rejects.toMatchObject({
      code: 'not_possible',
    });
    await acme.run('contact.erase', { id: bob });
    expect([(await valueOf('contact', bob))['email'], (await valueOf('contact', old))['email']]).toEqual([
      null,
      null,
    ]);
  });

  it('bring what a company is known for to the one that is left', async () => {
    const [one, two] = [
      await make('company', { name: 'Globex' }),
      await make('company', { name: 'Globex Ltd.', domain: 'globex.example', revenue: 900 }),
    ];
    const contact = await make('contact', { name: 'Hank', company: two });
    const merged = await acme.run('company.merge', { id: one, input: { from: [two] } });
    expect([merged['name'], merged['domain']]).toEqual(['Globex', 'globex.example']);
    expect((await valueOf('contact', contact))['company']).toBe(one);
    await expect(acme.run('company.merge', { id: one, input: { from: [one] } })).rejects.toThrow(
      'into itself',
    );
    const viewer = await acme.addPerson('Vic', 'contributor');
    await expect(
      acme.run('company.merge', { id: one, input: { from: [two] }, actor: viewer }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
