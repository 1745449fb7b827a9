import { evaluate, makeContext, makeQuery, parseConditionText, printExpression } from '@throughline/view';
import { must } from '@throughline/base';
import { afterEach, expect, test } from 'vitest';
import { buildOfflineWorkspace, ideaId, SPACE } from '../testing/offline-workspace.ts';
import { bothOf } from './chart-buckets.ts';
import { makeChartModel } from './chart-model.ts';
import type { WorkspaceData } from './workspace-data.ts';

const open: WorkspaceData[] = [];

afterEach(() => {
  for (const data of open.splice(0)) data.close();
});

const query = makeQuery('idea');

async function buildChart() {
  const data = await buildOfflineWorkspace([
    { title: 'Apples', status: 'now', type: 'problem', votes: 2, createdAt: '2026-01-05T10:00:00.000Z' },
    { title: 'Cherries', status: 'now', type: 'solution', votes: 4, createdAt: '2026-01-31T23:30:00.000Z' },
    { title: 'Pears', status: 'later', votes: 9, labels: ['a', 'b'], createdAt: '2026-03-01T00:00:00.000Z' },
  ]);
  open.push(data);
  const source = data.source('idea', SPACE);
  const field = (id: string) => must(source.schema().field(id));
  /** How many records a condition, written and read again, holds for. */
  const holds = (condition: ReturnType<typeof bothOf>): number => {
    if (condition === undefined) return source.store().count;
    const parsed = parseConditionText(printExpression(condition, source.schema()), source.schema());
    expect(parsed).toEqual({ ok: true, value: condition });
    const context = makeContext({ now: 0, zone: 'UTC', me: '' });
    return evaluate(source.store(), makeQuery('idea', { where: condition }), context).count;
  };
  return { data, model: makeChartModel(data, source), field, holds };
}

test('rows, columns and totals are the engine’s, and conditions name their records', async () => {
  const { model, field, holds } = await buildChart();
  const measure = { name: 'average', of: field('votes') } as const;
  const table = model.table(query, { by: field('status'), series: field('type'), measure }, 'month');
  expect(table.rows.map(({ label }) => label)).toEqual(['Later', 'Now']);
  expect(table.columns.map(({ label }) => label)).toEqual(['Problem', 'Solution', 'No Type']);
  expect(table.cells).toEqual([
    [null, null, 9],
    [2, 4, null],
  ]);
  expect([table.rowTotals, table.columnTotals, table.total]).toEqual([[9, 3], [2, 4, 9], 5]);
  expect(table.rows.map(({ condition }) => holds(condition))).toEqual([1, 2]);
  expect(table.columns.map(({ condition }) => holds(condition))).toEqual([1, 1, 1]);
  expect(holds(bothOf(table.rows[1]?.condition, table.columns[0]?.condition))).toBe(1);
});

test('months without a record are there, and open what they count', async () => {
  const { model, field, holds } = await buildChart();
  const measure = { name: 'count', of: undefined } as const;
  const table = model.table(query, { by: field('createdAt'), series: undefined, measure }, 'month');
  expect(table.rowTotals).toEqual([2, 0, 1]);
  expect(table.rows.map(({ condition }) => holds(condition))).toEqual([2, 0, 1]);
});

test('a record is in the row of each of its labels', async () => {
  const { model, field, holds } = await buildChart();
  const measure = { name: 'sum', of: field('votes') } as const;
  const table = model.table(query, { by: field('labels'), series: undefined, measure }, 'month');
  expect(table.rows.map(({ label }, at) => [label, table.rowTotals[at]])).toEqual([
    ['a', 9],
    ['b', 9],
    ['No Labels', 6],
  ]);
  expect([table.total, ...table.rows.map(({ condition }) => holds(condition))]).toEqual([15, 1, 1, 2]);
});

test('bins count what their conditions hold for', async () => {
  const { model, field, holds } = await buildChart();
  const spread = model.spread(query, field('votes'));
  expect(spread.counts.reduce((a, b) => a + b)).toBe(3);
  expect(spread.conditions.map(holds)).toEqual(spread.counts);
  expect(spread.percentiles.find(({ name }) => name === 'P50')?.value).toBe(4);
});

test('an edit elsewhere tells the chart', async () => {
  const { data, model, field } = await buildChart();
  const measure = { name: 'count', of: undefined } as const;
  const ask = () => model.table(query, { by: field('status'), series: undefined, measure }, 'month');
  expect(ask().rowTotals).toEqual([1, 2]);
  let told = 0;
  const stop = model.subscribe(() => (told += 1));
  data.writer.write([{ entity: 'idea', verb: 'update', id: ideaId(3), values: { status: 'now' } }]);
  stop();
  expect([told > 0, ask().rowTotals]).toEqual([true, [3]]);
});
