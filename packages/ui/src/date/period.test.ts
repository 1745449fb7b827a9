import { expect, test } from 'vitest';
import { formatDateRange, formatDay, parseDay, periodAround, spanOf, withPrecision } from './period.ts';

test('only days of the calendar are days', () => {
  expect(['2026-02-28', '2024-02-29', '2026-02-30', '2026-2-3', 'soon'].map(parseDay)).toEqual([
    '2026-02-28',
    '2024-02-29',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a month and a quarter are whole ones', () => {
  expect(periodAround('2024-02-10', 'month')).toEqual({
    start: '2024-02-01',
    end: '2024-02-29',
    precision: 'month',
  });
  expect(periodAround('2026-12-31', 'quarter')).toEqual({
    start: '2026-10-01',
    end: '2026-12-31',
    precision: 'quarter',
  });
});

test('a coarser precision rounds outwards', () => {
  const range = { start: '2026-02-10', end: '2026-04-02', precision: 'day' } as const;
  expect(withPrecision(range, 'quarter')).toEqual({
    start: '2026-01-01',
    end: '2026-06-30',
    precision: 'quarter',
  });
});

test('a span covers both, in any order', () => {
  expect(spanOf(periodAround('2026-08-01', 'month'), periodAround('2026-06-09', 'month'))).toEqual({
    start: '2026-06-01',
    end: '2026-08-31',
    precision: 'month',
  });
});

test('ranges print as short as they can', () => {
  const print = (start: string, end: string, precision: 'day' | 'month' | 'quarter') =>
    formatDateRange({ start, end, precision }, 'en-GB').replaceAll(/\s/g, ' ');
  expect([
    print('2026-07-01', '2026-09-30', 'quarter'),
    print('2026-04-01', '2026-09-30', 'quarter'),
    print('2025-10-01', '2026-03-31', 'quarter'),
    print('2026-08-01', '2026-10-31', 'month'),
    print('2026-05-03', '2026-05-12', 'day'),
  ]).toEqual(['Q3 2026', 'Q2 – Q3 2026', 'Q4 2025 – Q1 2026', 'Aug – Oct 2026', '3 – 12 May 2026']);
});

test('the year is told only when it is another', () => {
  expect([
    formatDay('2026-05-03', 'en-GB', '2026-01-01'),
    formatDay('2027-05-03', 'en-GB', '2026-01-01'),
  ]).toEqual(['3 May', '3 May 2027']);
});
