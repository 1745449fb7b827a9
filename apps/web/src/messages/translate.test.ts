import { expect, test } from 'vitest';
import { makeTranslate } from './translate.ts';

const t = makeTranslate(
  {
    plain: 'Add column',
    greeting: 'Hello {name}, you are number {rank}',
    ideas: { one: '{count} idea', other: '{count} ideas' },
  },
  'en-GB',
);

test('a sentence without holes needs no values', () => {
  expect(t('plain')).toBe('Add column');
});

test('values fill the holes, numbers as the locale writes them', () => {
  expect(t('greeting', { name: 'Ada {rank}', rank: 12_500 })).toBe('Hello Ada {rank}, you are number 12,500');
});

test('count chooses the plural form', () => {
  expect([0, 1, 2, 100_000].map((count) => t('ideas', { count }))).toEqual([
    '0 ideas',
    '1 idea',
    '2 ideas',
    '100,000 ideas',
  ]);
});
