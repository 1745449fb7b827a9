import { must, textOf, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { fieldPart, viewPart, planned, recordOf, buildStandards } from '../testing/test-standards.ts';

describeDatabases('standards are published', (test) => {
  it('is not published broken, empty or unchanged, and names the part', async () => {
    const acme = await buildStandards(test.database);
    const { make, publish, adopt } = acme;
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
    const { make, publish, adopt } = await buildStandards(test.database);
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

  it('brings description templates, and keeps them', async () => {
    const acme = await buildStandards(test.database);
    const { make, publish, adopt, read } = acme;
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
});
