import { describe, expect, it } from 'vitest';
import { makeRandom } from '../statistics/random.ts';
import { buildStageLog, type BuiltEvent } from '../testing/build-stage-log.ts';
import { findBottlenecks } from './find-bottlenecks.ts';
import { findChange } from './find-change.ts';
import { findStageVisits, findStepVisits } from './visits.ts';

const HOUR = 3_600_000;
const event = (id: string, activity: string, hour: number, rest: Partial<BuiltEvent> = {}): BuiltEvent => ({
  case: id,
  activity,
  time: hour * HOUR,
  ...rest,
});
const inHours = (values: Float64Array): readonly number[] => [...values].map((value) => value / HOUR);

describe('visits', () => {
  it('wait from the end of the step before to the start of their own', () => {
    const log = buildStageLog([
      event('A', 'check', 2, { start: HOUR }),
      event('A', 'pay', 7, { start: 5 * HOUR }),
    ]);
    const { ready, begin, end, previous, hasStarts } = findStepVisits(log);
    expect([ready, begin, end].map(inHours)).toEqual([
      [1, 2],
      [1, 5],
      [2, 7],
    ]);
    expect([[...previous], hasStarts]).toEqual([[-1, 0], true]);
  });

  it('begin, where the log does not say, when case and resource are both free', () => {
    const log = buildStageLog([
      event('A', 'check', 1, { resource: 'Ann' }),
      event('A', 'pay', 6, { resource: 'Bob' }),
      event('B', 'check', 2, { resource: 'Ann' }),
      event('B', 'pay', 9, { resource: 'Bob' }),
    ]);
    const { ready, begin } = findStepVisits(log);
    // Bob is at A’s payment until 6, so B, ready at 2, waits for him until then.
    expect([ready, begin].map(inHours)).toEqual([
      [1, 1, 2, 2],
      [1, 1, 2, 6],
    ]);
  });

  it('without starts and resources are all waiting', () => {
    const log = buildStageLog([event('A', 'check', 1), event('A', 'pay', 6)]);
    const { ready, begin, end } = findStepVisits(log);
    expect([ready, begin, end].map(inHours)).toEqual([
      [1, 1],
      [1, 6],
      [1, 6],
    ]);
  });

  it('of stages are the time in active ones; that in others is waiting', () => {
    const log = buildStageLog([
      event('A', 'To do', 0),
      event('A', 'Doing', 4),
      event('A', 'Ready', 6),
      event('A', 'Test', 9),
      event('A', 'Done', 10),
    ]);
    const { ready, begin, end } = findStageVisits(log, ['todo', 'active', 'waiting', 'active', 'done']);
    expect([ready, begin, end].map(inHours)).toEqual([
      [0, 6],
      [4, 9],
      [6, 10],
    ]);
  });
});

describe('bottlenecks', () => {
  const log = buildStageLog([
    event('A', 'check', 1, { start: 0 }),
    event('A', 'pay', 8, { start: 5 * HOUR, resource: 'Bob' }),
    event('A', 'file', 9, { start: 8 * HOUR }),
    event('B', 'check', 1, { start: 0 }),
    event('B', 'pay', 12, { start: 11 * HOUR, resource: 'Eve' }),
    event('B', 'file', 14, { start: 13 * HOUR }),
    event('C', 'check', 1, { start: 0 }),
    event('C', 'file', 3, { start: 2 * HOUR }),
  ]);

  it('are the steps and hand-overs where most time is lost, with who and which cases', () => {
    const found = findBottlenecks(log, findStepVisits(log));
    expect(found.map(({ kind, from, step, lost, cases }) => [kind, from, step, lost / HOUR, cases])).toEqual([
      ['step', null, 'pay', 4 + 10, 2],
      ['step', null, 'file', 0 + 1 + 1, 3],
      ['transition', 'check', 'pay', 14, 2],
      ['transition', 'pay', 'file', 1, 2],
      ['transition', 'check', 'file', 1, 1],
    ]);
    const [pay] = found;
    expect(pay?.share).toBeCloseTo(14 / (9 + 14 + 3), 12);
    expect(pay?.worstCases).toEqual([
      { id: 'B', lost: 10 * HOUR },
      { id: 'A', lost: 4 * HOUR },
    ]);
    expect(pay?.resources.map(({ name, lost }) => [name, lost / HOUR])).toEqual([
      ['Eve', 10],
      ['Bob', 4],
    ]);
    expect([pay?.medianWait, pay?.meanWork, pay?.since]).toEqual([7 * HOUR, 2 * HOUR, null]);
  });

  it('count only the hours of a calendar', () => {
    const [pay] = findBottlenecks(log, findStepVisits(log), { elapsed: (from, to) => (to - from) / 2 });
    expect(pay?.lost).toBe(7 * HOUR);
  });
});

describe('a change', () => {
  const random = makeRandom(8);
  const series = (level: (at: number) => number) =>
    Array.from({ length: 200 }, (_, at) => ({ time: at, value: level(at) * (0.5 + random()) }));

  it('is found about where times became longer', () => {
    const change = findChange(series((at) => (at < 120 ? 2 : 4)));
    expect(Math.abs((change?.since ?? 0) - 120)).toBeLessThan(12);
    expect([change?.medianBefore, change?.medianAfter]).toEqual([expect.closeTo(2, 0), expect.closeTo(4, 0)]);
  });

  it('is not made out of chance, nor of times that became shorter', () => {
    expect(findChange(series(() => 3))).toBeNull();
    expect(findChange(series((at) => (at < 120 ? 4 : 2)))).toBeNull();
    expect(findChange(series(() => 3).slice(0, 30))).toBeNull();
  });
});
