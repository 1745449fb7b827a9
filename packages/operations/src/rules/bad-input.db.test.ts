import { textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { parseQuery } from '@throughline/view';
import { expect, it } from 'vitest';
import { listRecords } from '../reads/list-records.ts';
import { buildWorkspace } from '../testing/test-workspace.ts';

type Refused = { readonly body: JsonObject };

describeDatabases('what is too much or makes no sense', (test) => {
  const build = async () => {
    const acme = await buildWorkspace(test.database);
    const { run, space } = acme;
    const make = async (entity: string, input: JsonObject): Promise<JsonObject> => {
      const made = run(`${entity}.create`, { input });
      return made.catch((error: Refused): JsonObject => error.body);
    };
    const makeView = (query: JsonObject, more: JsonObject = {}) =>
      make('view', {
        space,
        entity: 'idea',
        name: 'Wide',
        query: { version: 1, entity: 'idea', ...query } as Json,
        ...more,
      });
    return { ...acme, make, makeView };
  };

  it('ends in words: formulas of 10,000 characters, however they are built', async () => {
    const { make } = await build();
    for (const expression of [
      '1+'.repeat(5000),
      `${'('.repeat(9999)}1`,
      `1${'+1'.repeat(4999)}`,
      '-'.repeat(10_000),
    ]) {
      const formula = { entity: 'idea', name: 'Long', type: 'formula', config: { expression } };
      const { code, message = '' } = await make('field', formula);
      expect([code, textOf(message).length < 200, message]).toEqual([
        'invalid_expression',
        true,
        expect.any(String),
      ]);
    }
  });

  it('ends in words: more columns than fit, and options by the hundred thousand', async () => {
    const { make, makeView } = await build();
    const columns = (count: number): Json =>
      Array.from({ length: count }, (_, at) => `field_${String(at).padStart(26, '0')}`);
    expect((await makeView({ columns: columns(500) }))['id']).toMatch(/^view_/);
    expect((await makeView({ columns: columns(501) }))['message']).toContain('500 fit');
    const options = Array.from({ length: 100_000 }, (_, at) => ({ key: `o${at}`, name: `Option ${at}` }));
    const field = { entity: 'idea', name: 'Many', type: 'select', config: { options } };
    expect((await make('field', field))['message']).toBe('The field has 100000 options; 1000 fit.');
  });

  it('takes 200 levels of ideas, and no circle of them', async () => {
    const { make, run, space } = await build();
    const line: string[] = [];
    for (let level = 0; level < 200; level++) {
      const parent = line.at(-1);
      const idea = await make('idea', {
        space,
        title: `${level}`,
        ...(parent === undefined ? {} : { parent }),
      });
      line.push(textOf(idea['id']));
    }
    expect(new Set(line).size).toBe(200);
    const closing = run('idea.update', { id: line[0] ?? '', input: { parent: line.at(-1) ?? '' } });
    await expect(closing).rejects.toMatchObject({
      code: 'invalid_value',
      body: { details: { code: 'parent_circle' } },
    });
  }, 60_000);

  it('answers a view whose field is gone, without it', async () => {
    const { make, makeView, run, runtime, workspace, admin, space } = await build();
    await make('idea', { space, title: 'Still here' });
    const field = textOf(
      (await make('field', { entity: 'idea', name: 'Gone', type: 'number', in: space }))['id'],
    );
    const by = { type: 'field', field };
    const view = await makeView({
      columns: ['title', field],
      order: [{ by, direction: 'ascending' }],
      group: [{ by, direction: 'ascending' }],
    });
    await run('field.archive', { id: field });
    const read = parseQuery(view['query'] ?? null);
    if (!read.ok) throw new Error(read.error.message);
    const entity = runtime.model.entity('idea');
    const { items } = await listRecords(runtime, { workspace, actor: admin, entity, query: read.value });
    expect(items.map(({ title }) => title)).toEqual(['Still here']);
    const renamed = await run('view.update', { id: textOf(view['id']), input: { name: 'Renamed' } });
    expect(renamed['name']).toBe('Renamed');
  });

  it('makes no link that has expired before it is there', async () => {
    const { make, makeView } = await build();
    const { id = '' } = await makeView({ columns: ['title'] });
    const share = { view: id, columns: ['title'], expiresAt: '2020-01-01T00:00:00Z' };
    expect(await make('share', share)).toMatchObject({
      code: 'invalid_value',
      message: 'The page would have expired already.',
    });
    expect((await make('share', { ...share, expiresAt: '2099-01-01T00:00:00Z' }))['id']).toMatch(/^share_/);
  });
});
