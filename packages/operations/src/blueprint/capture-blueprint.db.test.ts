import { must, textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { buildStandards } from '../testing/test-standards.ts';

const LEVELS = [
  { key: 'low', name: 'Low', weight: 1 },
  { key: 'high', name: 'High', weight: 3 },
];

/** A space whose fields and views name a person here and there. */
async function buildSpace(database: Parameters<typeof buildStandards>[0]) {
  const acme = await buildStandards(database);
  const { make, admin } = acme;
  const ada = textOf(admin.person);
  const field = (name: string, type: string, config: Json = {}): Promise<string> =>
    make('field', { entity: 'idea', name, type, in: 'PROD', config });
  const rule = (value: Json, color: string): Json => ({ operator: '=', value, color });
  const size = await field('Size', 'select', { options: LEVELS, rules: [rule('high', 'red')] });
  const asker = await field('Asker', 'person', { rules: [rule(ada, 'red')] });
  await field('Score', 'formula', { expression: 'size * 2' });
  const isHers = {
    type: 'compare',
    operator: '=',
    left: { type: 'field', field: asker },
    right: { type: 'record', id: ada },
  };
  const isBig = {
    type: 'compare',
    operator: '=',
    left: { type: 'field', field: size },
    right: { type: 'option', field: size, key: 'high' },
  };
  const view = { space: 'PROD', entity: 'idea', layout: 'list' };
  const query = { version: 1, entity: 'idea', columns: ['title', size, asker] };
  await make('view', { ...view, name: 'Big', query: { ...query, where: isBig } });
  await make('view', { ...view, name: 'Hers', query: { ...query, where: isHers } });
  await make('view', {
    ...view,
    name: 'Big and hers',
    query: { ...query, where: { type: 'and', items: [isBig, isHers] } },
    settings: { layouts: { board: { only: [ada, 'high'] } } },
  });
  return acme;
}

describeDatabases('how a space is set up', (test) => {
  it('is the same in a template and in a standard, and names nobody in either', async () => {
    const { run, make, read, admin } = await buildSpace(test.database);
    const template = (await run('template.create', { input: { name: 'Ours', from: 'PROD' } }))['blueprint'];
    const standard = await make('standard', { name: 'Ours', source: 'PROD' });
    const parts = (await read('standard', standard))['parts'] as readonly JsonObject[];
    const ofKind = (wanted: string): Json =>
      parts.flatMap(({ kind, content }) => (kind === wanted ? [content ?? null] : []));
    expect({ fields: ofKind('field'), views: ofKind('view'), descriptions: [] }).toEqual(template);
    expect(JSON.stringify([template, parts])).not.toContain(textOf(admin.person));
  });

  it('is published and adopted where views were about a person', async () => {
    const { make, publish, adopt, all } = await buildSpace(test.database);
    const standard = await make('standard', { name: 'Ours', source: 'PROD' });
    await publish(standard);
    const space = await make('space', { key: 'SUPP', name: 'Support', access: 'open' });
    await adopt(standard, 'SUPP');
    const views = (await all('view')).filter((view) => view['space'] === space);
    const where = (name: string): string =>
      JSON.stringify((must(views.find((view) => view['name'] === name))['query'] as JsonObject)['where']);
    expect(where('Big')).toContain('"key":"high"');
    expect(where('Big and hers')).toBe(where('Big'));
    expect(where('Hers')).toBeUndefined();
  });

  it('gives fields whose keys are taken other ones, in formulas and views, from both alike', async () => {
    const { make, run, publish, adopt, all, fieldsIn } = await buildSpace(test.database);
    const [taking, other] = [
      await make('space', { key: 'SUPP', name: 'Support', access: 'open' }),
      await make('space', { key: 'MARK', name: 'Marketing', access: 'open' }),
    ];
    const template = textOf((await run('template.create', { input: { name: 'Ours', from: 'PROD' } }))['id']);
    await run('space.apply', { id: taking, input: { template } });
    const standard = await make('standard', { name: 'Ours', source: 'PROD' });
    await publish(standard);
    await adopt(standard, 'MARK');
    const found: Record<string, string | undefined> = {};
    for (const space of [taking, other]) {
      const fields = await fieldsIn(space);
      const score = must(fields.findLast(({ name, type }) => type === 'formula' && name.startsWith('Score')));
      const size = must(fields.findLast(({ name, type }) => type === 'select' && name.startsWith('Size')));
      expect(score.config.expression).toBe(`${size.key} * 2`);
      const view = must((await all('view')).find(({ name, space: at }) => name === 'Big' && at === space));
      expect(view['query']).toMatchObject({ where: { right: { field: size.id, key: 'high' } } });
      found[space] = size.key;
    }
    expect(found[taking]).not.toBe(found[other]);
  });
});
