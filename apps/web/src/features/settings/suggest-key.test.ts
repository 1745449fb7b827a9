import { expect, test } from 'vitest';
import { suggestKey } from './suggest-key.ts';

test('a key is made of the initials, of one word its beginning', () => {
  expect(suggestKey('Time & payroll', [])).toBe('TP');
  expect(suggestKey('Mobile', [])).toBe('MOBIL');
  expect(suggestKey('Überblick', [])).toBe('UBERB');
});

test('a key that is taken gets a number', () => {
  expect(suggestKey('Time payroll', ['TP', 'TP2'])).toBe('TP3');
});

test('a name without letters suggests nothing', () => {
  expect(suggestKey('', [])).toBe('');
  expect(suggestKey('2026', [])).toBe('');
});
