import type { Field } from '@throughline/model';
import { expect, test } from 'vitest';
import type { FieldLookups, Lookup } from '../../fields/field-component.ts';
import { parseTable } from './parse-table.ts';
import { guessPlan, readRecords } from './plan-paste.ts';
import type { CellReader } from './read-cell.ts';

const field = (id: string, type: string, config: Field['config'] = {}): Field => ({
  id,
  key: id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  type,
  config,
});
const fields = [
  field('title', 'text'),
  field('status', 'select', { options: ['now', 'later'].map((key) => ({ key, name: key })) }),
  field('owner', 'person'),
  field('effort', 'number'),
  field('due', 'date'),
];
const people: Lookup = {
  find: () => undefined,
  all: () => [{ id: 'person_1', name: 'Ada Byron', detail: 'ada@example.com' }],
};
const none: Lookup = { find: () => undefined, all: () => [] };
const lookups: FieldLookups = {
  people,
  teams: none,
  companies: none,
  records: () => none,
  labels: () => [],
  locale: 'en',
  today: '2026-01-01',
};
const reader: CellReader = {
  lookups,
  context: { zone: 'UTC', currency: 'EUR' },
  unknown: (text, name) => `no ${text} in ${name}`,
};

test('tables are read by tabs, as CSV, and as lines of titles', () => {
  expect([
    parseTable('A\tB\r\n"two\nlines"\t"say ""hi"""\r\n\r\n'),
    parseTable('title,status\n"Pay, later",now\n'),
    parseTable('Faster, calmer search\nDark mode\n'),
    parseTable('  One  \n\n'),
    parseTable('a\tb\tc\nd'),
    parseTable('5" screen\tx'),
    parseTable(''),
  ]).toEqual([
    [
      ['A', 'B'],
      ['two\nlines', 'say "hi"'],
    ],
    [
      ['title', 'status'],
      ['Pay, later', 'now'],
    ],
    [['Faster, calmer search'], ['Dark mode']],
    [['One']],
    [
      ['a', 'b', 'c'],
      ['d', '', ''],
    ],
    [['5" screen', 'x']],
    [],
  ]);
});

test('columns are found by their headings', () => {
  const table = parseTable('Effort\tIdea\tNonsense\tStatus\n3\tSearch\t-\tNow');
  const plan = guessPlan(table, fields, reader);
  expect(plan).toEqual({ hasHeader: true, columns: ['effort', 'title', null, 'status'] });
  expect(readRecords(table, plan, { fields, reader }).records).toEqual([
    { effort: 3, title: 'Search', status: 'now' },
  ]);
});

test('without a heading, columns are found by what stands in them', () => {
  const table = parseTable('Search\tnow\tAda Byron\t2026-05-01\nDark mode\tLater\t\t2026-06-01');
  expect(guessPlan(table, fields, reader)).toEqual({
    hasHeader: false,
    columns: ['title', 'status', 'owner', 'due'],
  });
});

test('what cannot be read is told cell by cell, and the rest is kept', () => {
  const table = parseTable('Title\tEffort\tOwner\nSearch\tmuch\tBob\n\t4\t\nDark mode\t2\tada@example.com');
  const { records, unread, untitled } = readRecords(table, guessPlan(table, fields, reader), {
    fields,
    reader,
  });
  expect(records).toEqual([{ title: 'Search' }, { title: 'Dark mode', effort: 2, owner: 'person_1' }]);
  expect(unread.map((each) => [each.row, each.field, each.text])).toEqual([
    [1, 'Effort', 'much'],
    [1, 'Owner', 'Bob'],
  ]);
  expect(untitled).toBe(1);
});
