import { expect, test } from 'vitest';
import { isSafeUrl, readDateRange, readLink, readMoney, readReactions, readVotes } from './read-value.ts';

test('whatever has another shape reads as nothing', () => {
  for (const value of [undefined, null, 3, 'text', [], {}, { amount: 'x', start: 1, url: 4 }]) {
    expect([readMoney(value), readDateRange(value), readLink(value), readReactions(value)]).toEqual([
      null,
      null,
      null,
      [],
    ]);
  }
});

test('a range needs a precision that is known', () => {
  const range = { start: '2026-01-01', end: '2026-03-31', precision: 'quarter' };
  expect(readDateRange(range)).toEqual(range);
  expect(readDateRange({ ...range, precision: 'decade' })).toBeNull();
});

test('votes come as a total, or with the own part', () => {
  expect([readVotes(4), readVotes({ total: 4, mine: 1 }), readVotes(null)]).toEqual([
    { total: 4, mine: 0 },
    { total: 4, mine: 1 },
    { total: 0, mine: 0 },
  ]);
});

test('scripts are no links', () => {
  expect(
    ['https://a.example', 'mailto:a@b.example', 'javascript:alert(1)', 'data:text/html,x'].map(isSafeUrl),
  ).toEqual([true, true, false, false]);
});
