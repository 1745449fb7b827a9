import { expect, it } from 'vitest';
import { guessDateOrder, parseSourceDate } from './parse-date.ts';

it.each([
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['2024-02-29T10:11:12Z', '2024-02-29T10:11:12.000Z'],
  ['2012-07-18T03:26:21.429+0000', '2012-07-18T03:26:21.429Z'],
  ['2024-05-14 08:53:33 +02:00', '2024-05-14T06:53:33.000Z'],
  ['30/Sep/21 17:20', '2021-09-30T17:20:00.000Z'],
  ['12/Mar/24 9:41 AM', '2024-03-12T09:41:00.000Z'],
  ['12/Mar/24 12:05 AM', '2024-03-12T00:05:00.000Z'],
  ['30.09.2021', '2021-09-30T00:00:00.000Z'],
  ['9 March 2024, 18:30', '2024-03-09T18:30:00.000Z'],
  ['Mar 9, 2024 6:30 PM', '2024-03-09T18:30:00.000Z'],
  ['Wed, 13 May 2026 11:21:41 +0000', '2026-05-13T11:21:41.000Z'],
  ['Wed May 13 2026 11:21:41 GMT+0000 (GMT+00:00)', '2026-05-13T11:21:41.000Z'],
  ['Fri Sep 07 14:01:07 UTC 2012', '2012-09-07T14:01:07.000Z'],
  ['1700000000', '2023-11-14T22:13:20.000Z'],
  ['1700000000000', '2023-11-14T22:13:20.000Z'],
])('reads %s', (text, instant) => {
  expect(parseSourceDate(text)?.instant).toBe(instant);
});

it.each([
  '31/Feb/21 10:00',
  '2023-02-29',
  '2024-13-01',
  '2024-01-01 25:00',
  '00.00.0000',
  'soon',
  '',
  '5',
  '1/2',
  'May 2024',
])('finds no day in %s', (text) => {
  expect(parseSourceDate(text)).toBeNull();
});

it('reads times without a zone in the one given, summer and winter', () => {
  const zone = 'America/New_York';
  expect([
    parseSourceDate('2024-01-15 12:00', { zone })?.instant,
    parseSourceDate('2024-07-15 12:00', { zone })?.instant,
    parseSourceDate('2024-07-15 12:00 Z', { zone })?.instant,
  ]).toEqual(['2024-01-15T17:00:00.000Z', '2024-07-15T16:00:00.000Z', '2024-07-15T12:00:00.000Z']);
});

it('decides over a column which number is the day', () => {
  expect([
    guessDateOrder(['01/02/2024', '25/12/2024']),
    guessDateOrder(['01/02/2024', '12/25/2024']),
    guessDateOrder(['01/02/2024 3:00 PM']),
    guessDateOrder(['01.02.2024']),
  ]).toEqual(['day-first', 'month-first', 'month-first', 'day-first']);
  expect(parseSourceDate('03/04/2024', { order: 'month-first' })?.day).toBe('2024-03-04');
});
