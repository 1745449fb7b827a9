import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeElapsedLessDaysOff, WEEKENDS } from './days-off.ts';
import { makeWorkingClock, OFFICE_HOURS, type WorkingCalendar } from './working-clock.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);
const BERLIN: WorkingCalendar = { ...OFFICE_HOURS, zone: 'Europe/Berlin', daysOff: ['2026-04-06'] };

describe('a working clock', () => {
  it('counts hours at work from Friday afternoon to Monday morning', () => {
    const { between } = makeWorkingClock(OFFICE_HOURS);
    expect(between(at('2026-03-06T15:00Z'), at('2026-03-09T10:30Z')) / HOUR).toBe(3.5);
    expect(between(at('2026-03-07T15:00Z'), at('2026-03-08T10:30Z'))).toBe(0);
  });

  it('keeps to the wall clock when summer time begins', () => {
    const { between } = makeWorkingClock(BERLIN);
    // Clocks went forward on Sunday 29 March 2026: nine o’clock is 08:00 UTC before and 07:00 UTC after.
    expect(between(at('2026-03-27T08:00Z'), at('2026-03-27T09:00Z')) / HOUR).toBe(1);
    expect(between(at('2026-03-30T07:00Z'), at('2026-03-30T08:00Z')) / HOUR).toBe(1);
    expect(between(at('2026-03-30T06:00Z'), at('2026-03-30T07:00Z'))).toBe(0);
  });

  it('makes the night on which clocks go forward an hour shorter', () => {
    const always = [{ from: 0, to: 24 * 60 }];
    const { between } = makeWorkingClock({ zone: 'Europe/Berlin', week: Array(7).fill(always), daysOff: [] });
    expect(between(at('2026-03-28T23:00Z'), at('2026-03-29T22:00Z')) / HOUR).toBe(23);
  });

  it('leaves out days off', () => {
    const { between } = makeWorkingClock(BERLIN);
    expect(between(at('2026-04-03T00:00Z'), at('2026-04-08T00:00Z')) / HOUR).toBe(16);
  });

  it('says when work will be done', () => {
    const { after } = makeWorkingClock(OFFICE_HOURS);
    expect(new Date(after(at('2026-03-06T15:00Z'), 3.5 * HOUR)).toISOString()).toBe(
      '2026-03-09T10:30:00.000Z',
    );
    const never = makeWorkingClock({ ...OFFICE_HOURS, week: [] });
    expect([never.between(0, 1e12), never.after(0, 1)]).toEqual([0, Infinity]);
  });

  it('adds up, and its two questions agree', () => {
    const { between, after } = makeWorkingClock(BERLIN);
    const moment = fc.integer({ min: at('2025-01-01'), max: at('2028-01-01') });
    fc.assert(
      fc.property(moment, moment, moment, fc.integer({ min: 1, max: 400 * HOUR }), (a, b, c, work) => {
        const [first, second, third] = [a, b, c].toSorted((x, y) => x - y) as [number, number, number];
        expect(between(first, second) + between(second, third)).toBe(between(first, third));
        expect(between(a, after(a, work))).toBe(work);
      }),
    );
  });
});

describe('elapsed time less whole days off', () => {
  it('takes off each weekend day from the start’s date to the end’s', () => {
    const elapsed = makeElapsedLessDaysOff(WEEKENDS);
    expect(elapsed(at('2026-03-06T15:00Z'), at('2026-03-09T10:00Z')) / HOUR).toBe(19);
    expect(elapsed(at('2026-03-06T12:00Z'), at('2026-03-07T12:00Z')) / HOUR).toBe(24);
    expect(elapsed(at('2026-03-07T12:00Z'), at('2026-03-08T11:00Z'))).toBe(0);
  });
});
