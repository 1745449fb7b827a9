import { expect, test } from 'vitest';
import { makeTitleEntry, searchTitles } from './search-titles.ts';

const entries = [
  makeTitleEntry('swap', 'Swap shifts from the phone'),
  makeTitleEntry('export', 'Export payroll to DATEV', 'PAY-12'),
  makeTitleEntry('reminder', 'Reminders before a shift begins'),
  makeTitleEntry('cafe', 'Café opening hours'),
];
const find = (query: string) => searchTitles(entries, query, 10);

test('words are found in any order, and when only begun', () => {
  expect(find('phone swap')).toEqual(['swap']);
  expect(find('shi')).toEqual(['swap', 'reminder']);
});

test('a word with a letter wrong, swapped or left out still finds', () => {
  expect(find('payrol')).toEqual(['export']);
  expect(find('pyaroll')).toEqual(['export']);
  expect(find('remimders')).toEqual(['reminder']);
});

test('marks and capitals do not matter, keys are found', () => {
  expect(find('CAFE')).toEqual(['cafe']);
  expect(find('pay 12')).toEqual(['export']);
});

test('a word that is nowhere finds nothing, no word finds all', () => {
  expect(find('shift unicorn')).toEqual([]);
  expect(find(' ')).toHaveLength(4);
});
