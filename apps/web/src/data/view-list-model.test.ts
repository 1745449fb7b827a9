import { makeQuery, parseListSettings, type ListSettings, type ViewQuery } from '@throughline/view';
import { afterEach, expect, test } from 'vitest';
import type { ListModel } from './list-model.ts';
import { buildOfflineWorkspace, ideaId, SPACE } from '../testing/offline-workspace.ts';
import { makeViewListModel, type ViewListModel } from './view-list-model.ts';
import type { WorkspaceData } from './workspace-data.ts';

const open: WorkspaceData[] = [];

afterEach(() => {
  for (const data of open.splice(0)) data.close();
});

const byTitle = makeQuery('idea', {
  order: [{ by: { type: 'field', field: 'title' }, direction: 'ascending' }],
});
const byStatus: ViewQuery = {
  ...byTitle,
  group: [{ by: { type: 'field', field: 'status' }, direction: 'ascending' }],
};

async function buildList(
  query: ViewQuery,
  { collapsed = [], ...settings }: Partial<ListSettings> & { readonly collapsed?: readonly string[] } = {},
) {
  const data = await buildOfflineWorkspace([
    { title: 'Apples', status: 'now', votes: 2 },
    { title: 'Cherries', status: 'now', votes: 3 },
    { title: 'Pears', status: 'later' },
  ]);
  open.push(data);
  const model: ViewListModel = makeViewListModel(data, data.source('idea', SPACE));
  const columns = data
    .fields('idea')
    .filter(({ id }) => ['title', 'status', 'votes'].includes(id))
    .map((field) => ({ field, width: 100 }));
  model.setShape({
    query,
    columns,
    collapsed: new Set(collapsed),
    settings: { ...parseListSettings(undefined), ...settings },
    folded: new Set(),
  });
  model.subscribe(() => undefined);
  const rename = (id: string, title: string) =>
    data.writer.write([{ entity: 'idea', verb: 'update', id, values: { title } }]);
  return { data, model, rename };
}

function rowsOf(model: ListModel): readonly unknown[] {
  return Array.from({ length: model.rowCount }, (_, index) => {
    const row = model.rowAt(index);
    return row.type === 'record'
      ? model.cell(row.id, 'title').value
      : `${row.label} ${row.count} ${row.sums.get('votes')?.text ?? '-'}`;
  });
}

test('groups have their option’s name, their count and sums, and fold', async () => {
  const { model } = await buildList(byStatus, { collapsed: ['["later"]'] });
  expect(rowsOf(model)).toEqual(['Later 1 -', 'Now 2 5', 'Apples', 'Cherries']);
  expect([model.recordCount, model.indexOf(ideaId(2)), model.indexOf(ideaId(3))]).toEqual([3, 3, -1]);
});

test('an edit moves its row at once', async () => {
  const { model, rename } = await buildList(byTitle);
  rename(ideaId(1), 'Zucchini');
  expect(rowsOf(model)).toEqual(['Cherries', 'Pears', 'Zucchini']);
});

test('rows keep their place while one is edited', async () => {
  const { model, rename } = await buildList(byTitle);
  model.hold(true);
  rename(ideaId(1), 'Zucchini');
  expect(rowsOf(model)).toEqual(['Zucchini', 'Cherries', 'Pears']);
  model.hold(false);
  expect(rowsOf(model)).toEqual(['Cherries', 'Pears', 'Zucchini']);
});

test('undoing what was not sent yet takes it out of the queue', async () => {
  const { data, model, rename } = await buildList(byTitle);
  rename(ideaId(1), 'Zucchini');
  expect(data.status().unsent).toBe(1);
  data.writer.undoLast();
  expect([rowsOf(model)[0], data.status().unsent]).toEqual(['Apples', 0]);
});

test('records are found by what their fields hold, as they change', async () => {
  const { data, rename } = await buildList(byTitle);
  const found = () => data.hub.related('idea', 'key', 'PROD-3').map(({ values }) => values['title']);
  expect(found()).toEqual(['Pears']);
  rename(ideaId(3), 'Plums');
  expect(found()).toEqual(['Plums']);
});

test('the view sums up as chosen, and what is not chosen as it suits the column', async () => {
  const { model } = await buildList(byTitle, { summaries: { status: 'count' } });
  expect([...(model.total?.() ?? [])]).toEqual([
    ['status', { name: 'count', text: '3' }],
    ['votes', { name: 'sum', text: '5' }],
  ]);
  const quiet = await buildList(byTitle, { summaryRow: false });
  expect(quiet.model.total).toBeUndefined();
});

test('groups stand in groups, fold at each level, and sum up at each', async () => {
  const query: ViewQuery = {
    ...byTitle,
    group: ['status', 'votes'].map((field) => ({ by: { type: 'field', field }, direction: 'ascending' })),
  };
  const { model } = await buildList(query, { summaries: { votes: 'max' } });
  expect(rowsOf(model)).toEqual([
    'Later 1 -',
    'No Votes 1 -',
    'Pears',
    'Now 2 3',
    '2 1 2',
    'Apples',
    '3 1 3',
    'Cherries',
  ]);
  const folded = await buildList(query, { collapsed: ['["now"]', '["later",null]'] });
  expect(rowsOf(folded.model)).toEqual(['Later 1 -', 'No Votes 1 -', 'Now 2 5']);
});

test('records stand under their parents, and an edit that moves none leaves all where it is', async () => {
  const { model, data, rename } = await buildList(byTitle, { nest: true });
  data.writer.write([{ entity: 'idea', verb: 'update', id: ideaId(1), values: { parent: ideaId(3) } }]);
  await expect.poll(() => rowsOf(model)).toEqual(['Cherries', 'Pears', 'Apples']);
  expect(model.rowAt(2)).toEqual({
    type: 'record',
    id: ideaId(1),
    level: 1,
    depth: 1,
    isContext: false,
    fold: undefined,
  });
  rename(ideaId(3), 'Bananas');
  expect([rowsOf(model), model.indexOf(ideaId(1))]).toEqual([['Bananas', 'Apples', 'Cherries'], 1]);
});
