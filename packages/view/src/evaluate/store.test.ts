import { MODEL } from '@throughline/model';
import { expect, it } from 'vitest';
import { makeSchema } from '../schema.ts';
import { ColumnStore } from './store.ts';

const { fields } = MODEL.entity('idea');
const records = [
  {
    title: 'One',
    labels: ['a', 'b'],
    timeframe: { start: '2026-01-01', end: '2026-03-31', precision: 'quarter' },
  },
  { title: 'Two', createdAt: '2026-02-01T10:00:00.000Z', votes: 3 },
  {},
];

it('filled by columns it is as it is written record by record', () => {
  const [one, other] = [makeSchema({ entity: 'idea', fields }), makeSchema({ entity: 'idea', fields })].map(
    (schema) => new ColumnStore(schema),
  ) as [ColumnStore, ColumnStore];
  for (const [index, values] of records.entries()) one.put(`idea_${index}`, values);
  other.fill({
    ids: records.map((_, index) => `idea_${index}`),
    column: (id) => records.map((values) => (values as Record<string, never>)[id]),
  });
  const readAll = (store: ColumnStore) =>
    [...store.live()].map((row) => [store.idOf(row), ...fields.map(({ id }) => store.read(row, id))]);
  expect(readAll(other)).toEqual(readAll(one));
  other.put('idea_1', { title: 'Two again' });
  expect([other.count, other.read(1, 'title'), other.read(1, 'votes')]).toEqual([3, 'Two again', null]);
});

it('reads what was written before a column was first looked at', () => {
  const store = new ColumnStore(makeSchema({ entity: 'idea', fields }));
  const ids = records.map((_, index) => `idea_${index}`);
  const asked: string[] = [];
  store.fill({
    ids,
    column: (id) => {
      asked.push(id);
      return records.map((values) => (values as Record<string, never>)[id]);
    },
  });
  store.patch('idea_0', { title: 'One again' });
  store.put('idea_1', { votes: 7 });
  store.put('idea_9', { title: 'New' });
  store.remove('idea_2');
  expect(asked).toEqual([]);
  const titles = [...store.live()].map((row) => store.read(row, 'title'));
  expect([titles, asked]).toEqual([['One again', null, 'New'], ['title']]);
  expect([...store.live()].map((row) => store.read(row, 'votes'))).toEqual([null, 7, null]);
  store.patch('idea_9', { votes: 1 });
  expect(store.read(3, 'votes')).toBe(1);
});
