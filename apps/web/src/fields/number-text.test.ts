import { expect, test } from 'vitest';
import { formatMoney, formatNumber, minorUnits, parseNumber } from './number-text.ts';

test('numbers are read as the locale writes them', () => {
  expect([
    parseNumber('1,250.5', 'en-GB'),
    parseNumber('1.250,5', 'de-DE'),
    parseNumber('-3', 'en-GB'),
  ]).toEqual([1250.5, 1250.5, -3]);
});

test('signs people add are understood', () => {
  expect([parseNumber('12 %', 'en-GB'), parseNumber('€ 40', 'en-GB'), parseNumber('3k', 'en-GB')]).toEqual([
    12, 40, 3000,
  ]);
});

test('what is no number is told apart from nought', () => {
  expect([parseNumber('many', 'en-GB'), parseNumber('', 'en-GB'), parseNumber('1.2.3', 'en-GB')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('numbers print in their style', () => {
  expect([
    formatNumber(1234.567, undefined, 'en-GB'),
    formatNumber(25.6, { style: 'percent', decimals: 1 }, 'en-GB'),
    formatMoney(1_250_000, 'USD', 'en-US'),
    formatMoney(1250, 'USD', 'en-US'),
  ]).toEqual(['1,234.57', '25.6%', '$12,500', '$12.50']);
});

test('currencies differ in their smallest unit', () => {
  expect(['USD', 'JPY', 'KWD'].map(minorUnits)).toEqual([100, 1, 1000]);
});
