import { textOf, type Json } from '@throughline/base';
import { columnValues, type Snapshot, type SnapshotTable } from '@throughline/contract';
import { describeDatabases } from '@throughline/db/testing';
import { makeQuery, parseConditionText, parseOrderText, type ViewQuery } from '@throughline/view';
import { beforeAll, expect, it } from 'vitest';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { listRecords } from './list-records.ts';
import { mustState } from './must-state.ts';
import { readSnapshot } from './read-snapshot.ts';
import { readWindow, readWindowTotals } from './read-window.ts';
import { viewSchema } from './view-parts.ts';

describeDatabases('windows of a space', (test) => {
  let acme: TestWorkspace;
  let space = '';
  const idea = () => acme.runtime.model.entity('idea');
  const snapshot = async (windowFrom: number): Promise<SnapshotTable | undefined> => {
    const runtime = { ...acme.runtime, windowFrom };
    const pieces = await readSnapshot(runtime, { workspace: acme.workspace, actor: acme.admin, space });
    return (JSON.parse(pieces.join('')) as Snapshot).tables.find(({ entity }) => entity === 'idea');
  };
  const queryOf = async (
    filter: string,
    sort: string,
    parts: Partial<ViewQuery> = {},
  ): Promise<ViewQuery> => {
    const state = await mustState(acme.runtime, acme.workspace);
    const schema = viewSchema(acme.runtime.model, { state, entity: idea() });
    const where = parseConditionText(filter, schema);
    const order = parseOrderText(sort, schema);
    if (!where.ok || !order.ok) throw new Error('The query cannot be read');
    return makeQuery('idea', { where: where.value, order: order.value, ...parts });
  };
  const request = (query: Json, more: object = {}) => ({
    workspace: acme.workspace,
    actor: acme.admin,
    entity: idea(),
    space,
    query,
    ...more,
  });
  const asJson = (query: ViewQuery): Json => JSON.parse(JSON.stringify(query)) as Json;
  /** Records by id, as a browser puts them together. */
  const rowsOf = ({ ids, columns }: SnapshotTable): Record<string, Json> =>
    Object.fromEntries(
      ids.map((id, row) => {
        const values = Object.entries(columns).flatMap(([field, column]) => {
          const value = columnValues(column, ids.length)[row] ?? null;
          return value === null ? [] : [[field, value] as const];
        });
        return [id, Object.fromEntries(values)];
      }),
    );

  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    await acme.run('field.create', { input: { entity: 'idea', name: 'Reach', type: 'number' } });
    await acme.run('field.create', {
      input: { entity: 'idea', name: 'Half', type: 'formula', config: { expression: 'reach / 2' } },
    });
    await acme.run('field.create', {
      input: { entity: 'idea', name: 'Share', type: 'formula', config: { expression: 'normalize(reach)' } },
    });
    for (let at = 0; at < 12; at++) {
      const status = at % 3 === 0 ? 'now' : 'next';
      const made = await acme.run('idea.create', {
        input: { space: 'PROD', title: `Idea ${at}`, status, ...(at === 5 ? {} : { reach: (at * 7) % 12 }) },
      });
      space = textOf(made['space']);
    }
  });

  it('take the place of records where a snapshot would have too many', async () => {
    expect(await snapshot(11)).toEqual({ entity: 'idea', ids: [], columns: {}, beyond: 12 });
    expect(await snapshot(12)).toMatchObject({ ids: { length: 12 } });
    expect(await snapshot(12)).not.toHaveProperty('beyond');
  });

  it('hold what a snapshot would, in the order of the query, with formulas that measure beside all', async () => {
    const query = asJson(await queryOf('reach is not empty or title contains "5"', '-reach, title'));
    const ids: string[] = [];
    const rows: Record<string, Json> = {};
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await readWindow(
        acme.runtime,
        request(query, { limit: 5, ...(cursor ? { cursor } : {}) }),
      );
      ids.push(...page.table.ids);
      Object.assign(rows, rowsOf(page.table));
      cursor = page.nextCursor;
    }
    const { items } = await listRecords(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: idea(),
      sort: '-reach, title',
      limit: 100,
    });
    expect(ids).toEqual(items.map(({ id }) => id));
    const whole = rowsOf((await snapshot(12)) as SnapshotTable);
    const share = (await mustState(acme.runtime, acme.workspace))
      .fieldsOf('idea')
      .find(({ key }) => key === 'share');
    const told = Object.fromEntries(
      items.flatMap((item) => (item['share'] === undefined ? [] : [[textOf(item['id']), item['share']]])),
    );
    const expected = Object.entries(whole).map(([id, values]) => {
      const measured = told[id];
      return [
        id,
        { ...(values as object), ...(measured === undefined ? {} : { [share?.id ?? '']: measured }) },
      ];
    });
    expect(rows).toEqual(Object.fromEntries(expected));
  });

  it('are told what all records come to', async () => {
    const reach = (await queryOf('reach > 0', 'reach')).order[0]?.by;
    const group = [{ by: { type: 'field', field: 'status' }, direction: 'ascending' }] as const;
    const aggregates = [{ name: 'sum', ...(reach ? { of: reach } : {}) }, { name: 'count' }] as const;
    const query = asJson(await queryOf('reach > 0', 'reach', { group, aggregates }));
    const totals = await readWindowTotals(acme.runtime, request(query));
    const all = Array.from({ length: 12 }, (_, at) => ({ at, reach: at === 5 ? 0 : (at * 7) % 12 }));
    const sumOf = (rows: typeof all) => rows.reduce((sum, each) => sum + each.reach, 0);
    const counted = all.filter((each) => each.reach > 0);
    const partOf = (isNow: boolean) => counted.filter(({ at }) => (at % 3 === 0) === isNow);
    const groupOf = (key: string, rows: typeof all) => ({
      keys: [key],
      count: rows.length,
      aggregates: [sumOf(rows), rows.length],
    });
    expect(totals.count).toBe(counted.length);
    expect(totals.aggregates).toEqual([sumOf(counted), counted.length]);
    expect(new Set(totals.groups)).toEqual(
      new Set([groupOf('now', partOf(true)), groupOf('next', partOf(false))]),
    );
  });

  it('are for those who may read the space, and refuse what is no query of its records', async () => {
    const query = asJson(await queryOf('reach > 0', 'reach'));
    const secret = await acme.run('space.create', {
      input: { key: 'SEC', name: 'Secret', access: 'private' },
    });
    await acme.run('idea.create', { input: { space: 'SEC', title: 'Hidden' } });
    const bob = await acme.addPerson('Bob', 'viewer');
    const asked = request(asJson(makeQuery('idea')), { actor: bob, space: textOf(secret['id']) });
    expect(await readWindow(acme.runtime, asked)).toMatchObject({ table: { ids: [] }, nextCursor: null });
    expect(await readWindowTotals(acme.runtime, asked)).toMatchObject({ count: 0 });
    await expect(readWindow(acme.runtime, request('reach > 0'))).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(
      readWindow(acme.runtime, request({ ...(query as object), entity: 'feedback' })),
    ).rejects.toThrow('is no query of these records');
  });
});
