import type { SyncChange } from '@throughline/contract';
import { expect, it } from 'vitest';
import { makeRecordTables } from './record-tables.ts';

const change = (seq: number, id: string, after: Record<string, string>): SyncChange => ({
  seq,
  id,
  entity: 'idea',
  space: 'space_a',
  name: 'idea.updated',
  before: { title: 'Before' },
  after,
  actor: null,
  cause: 'act_1',
  recordedAt: '2026-01-01T00:00:00.000Z',
});

const table = (titles: Readonly<Record<string, string>>, beyond?: number) => ({
  entity: 'idea',
  ids: Object.keys(titles),
  columns: { title: Object.values(titles), space: { of: ['space_a'] } },
  ...(beyond === undefined ? {} : { beyond }),
});

function openBeyond() {
  const tables = makeRecordTables();
  tables.loadSnapshot({ seq: 1, space: 'space_a', tables: [table({}, 1000)] });
  return tables;
}

it('holds of a space that is too large what was asked for, and follows it', () => {
  const tables = openBeyond();
  expect(tables.beyond('idea', 'space_a')).toBe(1000);
  const { touched, changed } = tables.takeIn(table({ idea_1: 'One', idea_2: 'Two' }), 5);
  expect([touched.get('idea'), changed]).toEqual([new Set(['idea_1', 'idea_2']), []]);
  tables.applyChanges([change(6, 'idea_1', { title: 'Uno' })]);
  // Told again as it was before: what is here is newer.
  tables.takeIn(table({ idea_1: 'One', idea_3: 'Three' }), 5);
  expect(['idea_1', 'idea_2', 'idea_3'].map((id) => tables.get('idea', id)?.['title'])).toEqual([
    'Uno',
    'Two',
    'Three',
  ]);
});

it('asks for nothing that it does not hold, and knows what changed before it came', () => {
  const tables = openBeyond();
  expect(tables.applyChanges([change(7, 'idea_1', { title: 'Uno' })]).unknown).toEqual([]);
  expect(tables.takeIn(table({ idea_1: 'One', idea_2: 'Two' }), 5).changed).toEqual(['idea_1']);
});

it('keeps what it holds when the space is read anew, and lets it go once all of it comes', () => {
  const tables = openBeyond();
  tables.takeIn(table({ idea_1: 'One' }), 5);
  tables.loadSnapshot({ seq: 9, space: 'space_a', tables: [table({}, 900)] });
  expect(tables.get('idea', 'idea_1')?.['title']).toBe('One');
  tables.loadSnapshot({ seq: 10, space: 'space_a', tables: [table({ idea_2: 'Two' })] });
  expect([...tables.table('idea').keys()]).toEqual(['idea_2']);
  expect(tables.beyond('idea', 'space_a')).toBeUndefined();
});
