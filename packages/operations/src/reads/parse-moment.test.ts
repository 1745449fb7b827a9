import { expect, it } from 'vitest';
import { parseMoment } from './parse-moment.ts';

const berlin = { parameter: 'asOf', zone: 'Europe/Berlin' };

it('takes a day as its end in the workspace’s zone, also where the clocks change', () => {
  expect(['2026-03-28', '2026-03-29', '2026-10-25'].map((day) => parseMoment(day, berlin))).toEqual([
    '2026-03-28T22:59:59.999Z',
    '2026-03-29T21:59:59.999Z',
    '2026-10-25T22:59:59.999Z',
  ]);
});

it('takes an instant as it is', () => {
  expect(parseMoment('2026-03-31T10:00:00+02:00', berlin)).toBe('2026-03-31T08:00:00.000Z');
});

it.each(['yesterday', '2026-02-31', '2026-13-01', '2026-02-31T10:00:00Z', '2026-03-31T10:00:00', ''])(
  'refuses “%s”',
  (text) => {
    expect(() => parseMoment(text, berlin)).toThrow('neither a day nor an instant');
  },
);
