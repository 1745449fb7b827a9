import { type JsonObject, textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { listRecords, type ListRequest } from './list-records.ts';
import { readShared } from '../testing/read-shared.ts';

describeDatabases('lists of records', (test) => {
  let acme: TestWorkspace;
  const list = (request: Partial<ListRequest> = {}) =>
    listRecords(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: acme.runtime.model.entity('idea'),
      ...request,
    });
  const titles = async (request: Partial<ListRequest>) =>
    (await list(request)).items.map((item) => item['title']);

  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    await acme.run('field.create', { input: { entity: 'idea', name: 'Reach', type: 'number' } });
    await acme.run('field.create', { input: { entity: 'idea', name: 'Effort', type: 'number' } });
    await acme.run('field.create', {
      input: { entity: 'idea', name: 'Score', type: 'formula', config: { expression: 'reach / effort' } },
    });
    await acme.run('field.create', {
      input: { entity: 'idea', name: 'Share', type: 'formula', config: { expression: 'normalize(reach)' } },
    });
    const ideas: JsonObject[] = [
      { title: 'Apple', status: 'now', reach: 100, effort: 2 },
      { title: 'banana', status: 'next', reach: 50, effort: 0 },
      { title: 'Çherry', status: 'now', reach: 20, effort: 4, owner: acme.admin.person },
      { title: 'date 10', status: 'later' },
      { title: 'date 9', status: 'later', reach: 10, effort: 1 },
    ];
    for (const idea of ideas) await acme.run('idea.create', { input: { space: 'PROD', ...idea } });
    const company = await acme.run('company.create', { input: { name: 'Initech', revenue: 700 } });
    const apple = (await list({ filter: 'title = "Apple"' })).items[0]?.['id'] ?? '';
    await acme.run('insight.create', {
      input: { idea: apple, quote: 'Please', company: company['id'] ?? '' },
    });
  });

  it('filter and sort by expressions, formulas and evidence', async () => {
    expect(await titles({ filter: 'status in ("Now", "Next")', sort: '-reach' })).toEqual([
      'Apple',
      'banana',
      'Çherry',
    ]);
    expect(await titles({ sort: '-score' })).toEqual(['Apple', 'date 9', 'Çherry', 'banana', 'date 10']);
    expect(await titles({ filter: 'owner = me()' })).toEqual(['Çherry']);
    expect(await titles({ filter: 'owner = "Ada"' })).toEqual(['Çherry']);
    expect(await titles({ filter: 'revenue > 500 and companyCount = 1' })).toEqual(['Apple']);
    expect(await titles({ sort: 'title' })).toEqual(['Apple', 'banana', 'Çherry', 'date 9', 'date 10']);
    expect(await titles({ filter: 'created > now() - 1d or updated is empty', sort: 'key' })).toHaveLength(5);
  });

  it('show derived and computed values, empty where they have none', async () => {
    const { items } = await list({ sort: 'key' });
    expect(
      items.map(({ score, share, revenue, insightCount }) => [score, share, revenue, insightCount]),
    ).toEqual([
      [50, 100, 700, 1],
      [undefined, (40 / 90) * 100, undefined, 0],
      [5, (10 / 90) * 100, undefined, 0],
      [undefined, undefined, undefined, 0],
      [10, 0, undefined, 0],
    ]);
  });

  it('refuse cursors that are made up, or of another order', async () => {
    const given: readonly (readonly [string, readonly unknown[]])[] = [
      ['reach', ['idea_x', 'not a number']],
      ['title', ['idea_x', 'a\u0000', 'a']],
      ['title', ['idea_x', true, 'b']],
      ['title', ['idea_x']],
      ['status', [4]],
    ];
    const refused = await Promise.all(
      given.map(([sort, parts]) => {
        const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
        return list({ sort, cursor }).catch((error: { code?: string }) => error.code);
      }),
    );
    expect(refused).toEqual(given.map(() => 'invalid_input'));
  });

  it('stand whatever a rollup names', async () => {
    const add = (name: string, path: string) =>
      acme.run('field.create', {
        input: { entity: 'idea', name, type: 'rollup', config: { path, aggregate: 'count' } },
      });
    for (const path of ['constructor.name', '__proto__', 'insights.toString', 'nothing.at.all'])
      await add(`By ${path}`, path);
    expect((await list()).items).toHaveLength(5);
    await expect(add('Deep', 'insights.idea.insights.idea.insights')).rejects.toThrow('at most 4 names');
  });

  it('go page by page without missing or repeating a record', async () => {
    const seen: unknown[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await list({ sort: '-score', limit: 2, withTotal: true, ...(cursor ? { cursor } : {}) });
      expect(page.total).toBe(5);
      seen.push(...page.items.map((item) => item['title']));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['Apple', 'date 9', 'Çherry', 'banana', 'date 10']);
  });

  it('point at the character where an expression is wrong', async () => {
    await expect(list({ filter: 'reach > 5 and reech < 3' })).rejects.toMatchObject({
      code: 'invalid_expression',
      body: { details: { problems: [{ start: 14, end: 19 }] } },
    });
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('hold nothing of other spaces and workspaces', async () => {
    const other = await buildWorkspace(test.database);
    await acme.run('space.create', { input: { key: 'HIDE', name: 'Hidden', access: 'private' } });
    await acme.run('idea.create', { input: { space: 'HIDE', title: 'secret' } });
    const bob = await acme.addPerson('Bob', 'editor');
    expect(await titles({ actor: bob, filter: 'title = "secret"' })).toEqual([]);
    expect(await titles({ filter: 'title = "secret"' })).toEqual(['secret']);
    await expect(list({ actor: other.admin })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stand by the names of people, not by their ids, page by page', async () => {
    await acme.run('space.create', { input: { key: 'OWN', name: 'Owned', access: 'open' } });
    const people = await Promise.all(['Zoë', 'amy', 'Bea'].map((name) => acme.addPerson(name, 'editor')));
    for (const { person } of people)
      await acme.run('idea.create', { input: { space: 'OWN', title: 'Owned', owner: person } });
    const seen: unknown[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const paging = { filter: 'title = "Owned"', sort: 'owner', limit: 2, ...(cursor ? { cursor } : {}) };
      const page = await list(paging);
      seen.push(...page.items.map((item) => item['owner']));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([people[1], people[2], people[0]].map((actor) => actor?.person));
  });

  it('are shown to whoever has the link, the chosen columns alone, until it is revoked', async () => {
    const view = await acme.run('view.create', {
      input: {
        space: 'PROD',
        name: 'Now',
        entity: 'idea',
        layout: 'board',
        query: {
          version: 1,
          entity: 'idea',
          order: [],
          group: [{ by: { type: 'field', field: 'status' }, direction: 'ascending' }],
          aggregates: [],
          columns: [],
        },
      },
    });
    const share = await acme.run('share.create', {
      input: { view: view['id'] ?? '', columns: ['title', 'status'] },
    });
    const { views } = await readShared(acme.runtime, textOf(share['secret']));
    const [shown] = views;
    expect([shown?.layout, shown?.groupBy, shown?.items.length, Object.keys(shown?.items[0] ?? {})]).toEqual([
      'board',
      'status',
      5,
      ['title', 'status'],
    ]);
    await acme.run('share.revoke', { id: textOf(share['id']) });
    await expect(readShared(acme.runtime, textOf(share['secret']))).rejects.toMatchObject({
      code: 'expired',
    });
    await expect(readShared(acme.runtime, 'share_guess')).rejects.toMatchObject({ code: 'expired' });
  });
});
