import { expect, it } from 'vitest';
import { guessCategory, guessType } from './guess-type.ts';

it.each([
  [['1', '2.5', '1,200'], 'number'],
  [['007', '008'], 'text'],
  [['5', '6', 'n/a'], 'text'],
  [['yes', 'no', 'yes'], 'checkbox'],
  [['2024-01-01', '2024-02-01'], 'date'],
  [['30/Sep/21 17:20', '01/Oct/21 08:00'], 'timestamp'],
  [['https://a.example', 'http://b.example/x'], 'link'],
  [['High', 'Low', 'High', 'Low'], 'select'],
  [['High', 'Low'], 'text'],
  [['one long text\nof two lines', 'one long text\nof two lines'], 'text'],
  [[['a', 'b'], ['c']], 'labels'],
  [[true, false], 'checkbox'],
  [[1, 2], 'number'],
])('takes %j for %s', (samples, type) => {
  expect(guessType(samples)).toBe(type);
});

it('puts statuses where they stand in a workflow', () => {
  expect(
    ['Open', 'To Do', 'In Progress', 'Patch Available', 'Reopened', 'Resolved', "Won't Fix", 'Closed'].map(
      guessCategory,
    ),
  ).toEqual(['backlog', 'planned', 'active', 'active', 'active', 'done', 'closed', 'done']);
});
