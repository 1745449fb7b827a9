import { textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { listRecords } from '../reads/list-records.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';

describeDatabases('formula fields', (test) => {
  let acme: TestWorkspace;
  const addField = (name: string, expression?: string) =>
    acme.run('field.create', {
      input: {
        entity: 'idea',
        name,
        ...(expression === undefined ? { type: 'number' } : { type: 'formula', config: { expression } }),
      },
    });
  const change = (id: Json | undefined, expression: string) =>
    acme.run('field.update', { id: textOf(id), input: { config: { expression } } });
  const list = (filter?: string) =>
    listRecords(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: acme.runtime.model.entity('idea'),
      sort: 'title',
      ...(filter === undefined ? {} : { filter }),
    });

  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    await addField('Reach');
    for (const [title, reach] of Object.entries({ A: 10, B: 20, C: 40 }))
      await acme.run('idea.create', { input: { space: 'PROD', title, reach } });
  });

  it('measure records beside all others, or beside those of the list', async () => {
    await addField('Place', 'percentile(reach)');
    await addField('Here', 'normalize(reach, view) + percentile(reach, view)');
    const read = async (filter?: string) =>
      (await list(filter)).items.map(({ title, place, here }) => [title, place, here]);
    expect(await read()).toEqual([
      ['A', 0, 0],
      ['B', 50, (10 / 30) * 100 + 50],
      ['C', 100, 200],
    ]);
    expect(await read('reach < 30')).toEqual([
      ['A', 0, 0],
      ['B', 50, 200],
    ]);
  });

  it('are refused when saving closes a circle, which is named', async () => {
    const { id } = await addField('Score', 'reach * 2');
    await addField('Value', 'score + 1');
    await expect(change(id, 'value * 3')).rejects.toMatchObject({
      code: 'invalid_expression',
      body: { message: 'The formula needs its own result: Score → Value → Score.' },
    });
    await expect(change(id, 'score')).rejects.toThrow('Score → Score');
    await change(id, 'reach * 3');
  });

  it('end kindly when they are too long, too deep, or of a field that is gone', async () => {
    await expect(addField('Long', `reach + ${'1'.repeat(10_000)}`)).rejects.toThrow('10000');
    await expect(addField('Deep', `${'('.repeat(200)}reach${')'.repeat(200)}`)).resolves.toBeDefined();
    await expect(addField('Nested', `${'abs('.repeat(200)}reach${')'.repeat(200)}`)).rejects.toThrow(
      'nested more than 100 deep',
    );
    const { id } = await addField('Gone');
    await addField('Left', 'gone * 2');
    await acme.run('field.archive', { id: textOf(id) });
    const { items } = await list();
    expect(items.map(({ left }) => left)).toEqual([undefined, undefined, undefined]);
    await expect(addField('Again', 'gone * 2')).rejects.toThrow('There is no field gone.');
  });

  it('reckon with linked records, each counted once, by fields made for them', async () => {
    const { items } = await list('title = "A"');
    const idea = textOf(items[0]?.['id']);
    for (const [name, revenue] of Object.entries({ Initech: 700, Globex: 300 })) {
      const company = await acme.run('company.create', { input: { name, revenue } });
      for (const impact of [2, 4])
        await acme.run('insight.create', {
          input: { idea, quote: name, company: company['id'] ?? null, impact },
        });
    }
    await addField('Behind', 'sum(insights.company.revenue) / count(insights.company)');
    await addField(
      'Felt',
      'avg(insights.impact) * max(insights.company.revenue) + count(insights) + count(Insights)',
    );
    const [found] = (await list('felt > 0')).items;
    expect([found?.['behind'], found?.['felt']]).toEqual([500, 3 * 700 + 8]);
    const fields = await listRecords(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: acme.runtime.model.entity('field'),
      filter: 'type = "rollup"',
      sort: 'name',
    });
    expect(fields.items.map(({ key, name, config }) => [key, name, config])).toEqual([
      [
        'average_of_insights_impact',
        'Average of Insights › Impact',
        { path: 'insights.impact', aggregate: 'average', result: 'number' },
      ],
      [
        'greatest_of_insights_company_revenue',
        'Greatest of Insights › Company › Revenue',
        { path: 'insights.company.revenue', aggregate: 'max', result: 'number', format: 'currency' },
      ],
    ]);
  });

  it('let no linked record count more than the formula says', async () => {
    const { items } = await list('title = "B"');
    const idea = textOf(items[0]?.['id']);
    for (const [name, revenue] of Object.entries({ Vast: 9000, Small: 200 })) {
      const company = await acme.run('company.create', { input: { name, revenue } });
      await acme.run('insight.create', { input: { idea, quote: name, company: company['id'] ?? null } });
    }
    const silent = await acme.run('company.create', { input: { name: 'Silent' } });
    await acme.run('insight.create', { input: { idea, quote: 'x', company: silent['id'] ?? null } });
    await addField('Fair', 'sum(insights.company.revenue, 1000) + 0 * max(insights.company.revenue, 500)');
    const [found] = (await list('fair = 1200')).items;
    expect([found?.['title'], found?.['fair'], found?.['revenue']]).toEqual(['B', 1200, 9200]);
    await expect(
      acme.run('field.create', {
        input: {
          entity: 'idea',
          name: 'Wrong',
          type: 'rollup',
          config: { path: 'insights.company.revenue', aggregate: 'sum', cap: -1 },
        },
      }),
    ).rejects.toMatchObject({ code: 'invalid_value' });
  });

  it('say at the character where a way to linked records goes wrong', async () => {
    const problemOf = async (expression: string) => {
      const error = await addField('Way', expression).catch((found: unknown) => found);
      const { body } = error as { body: { message: string; details: { problems: JsonObject[] } } };
      const [first] = body.details.problems;
      return [body.message, expression.slice(Number(first?.['start']), Number(first?.['end']))];
    };
    expect(await problemOf('1 + sum(insights.compani.revenue)')).toEqual([
      'Nothing called compani leads on from here.',
      'compani',
    ]);
    expect(await problemOf('sum(insights.company)')).toEqual([
      'sum takes a number of the linked records.',
      'insights.company',
    ]);
    expect(await problemOf('count(insights.company.revenue)')).toEqual([
      'count counts records, and this is a number of theirs.',
      'insights.company.revenue',
    ]);
    expect(await problemOf('insights.impact * 2')).toEqual([
      'Linked records may be many: say what is made of them.',
      'insights.impact',
    ]);
  });
});
