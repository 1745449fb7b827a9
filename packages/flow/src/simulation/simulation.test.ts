import { describe, expect, it } from 'vitest';
import { constant, exponential } from '../statistics/samplers.ts';
import { mean } from '../statistics/summary.ts';
import { EventQueue } from './event-queue.ts';
import type { ProcessModel, Station } from './process-model.ts';
import { chanceOfWaiting, meanWaitingTime } from './queueing-theory.ts';
import { simulateProcess } from './simulate-process.ts';

const station = (overrides: Partial<Station> = {}): Station => ({
  name: 'desk',
  service: constant(2),
  delay: constant(0),
  servers: 1,
  ...overrides,
});
const model = (overrides: Partial<ProcessModel> = {}): ProcessModel => ({
  arrival: constant(3),
  stations: [station()],
  paths: [[0]],
  limit: Number.POSITIVE_INFINITY,
  ...overrides,
});

describe('a simulated process', () => {
  it('without waiting takes the time of its work and delays', () => {
    const two = model({
      stations: [station({ delay: constant(1) }), station({ name: 'file', service: constant(1) })],
      paths: [[0, 1]],
    });
    const { leadTimes, throughput, inProgress, stations } = simulateProcess(two, {
      seed: 1,
      cases: 30,
      warmUp: 0,
    });
    expect(new Set(leadTimes)).toEqual(new Set([4]));
    expect(stations.map(({ meanWait, meanService }) => [meanWait, meanService])).toEqual([
      [0, 2],
      [0, 1],
    ]);
    expect([throughput, inProgress, stations[0]?.utilization]).toEqual([
      expect.closeTo(1 / 3, 1),
      expect.closeTo(4 / 3, 1),
      expect.closeTo(2 / 3, 1),
    ]);
  });

  it('that arrives too fast waits longer and longer: 0, 1, 2 … by hand', () => {
    const fast = model({ arrival: constant(1) });
    expect([...simulateProcess(fast, { seed: 1, cases: 5, warmUp: 0 }).leadTimes]).toEqual([2, 3, 4, 5, 6]);
  });

  it('with two servers serves two at a time', () => {
    const fast = model({ arrival: constant(1), stations: [station({ servers: 2 })] });
    expect([...simulateProcess(fast, { seed: 1, cases: 5, warmUp: 0 }).leadTimes]).toEqual([2, 2, 2, 2, 2]);
  });

  it('keeps what is beyond its limit outside', () => {
    const limited = model({ arrival: constant(1), stations: [station({ servers: 9 })], limit: 1 });
    expect([...simulateProcess(limited, { seed: 1, cases: 4, warmUp: 0 }).leadTimes]).toEqual([2, 3, 4, 5]);
  });

  it.each([
    ['M/M/1', 0.8, 1],
    ['M/M/3', 2.4, 3],
  ])('waits as queueing theory says for %s', (_, rate, servers) => {
    const queue = model({
      arrival: exponential(1 / rate),
      stations: [station({ service: exponential(1), servers })],
    });
    const runs = Array.from({ length: 8 }, (__, seed) =>
      simulateProcess(queue, { seed: seed + 1, cases: 40_000 }),
    );
    const wait = mean(runs.map(({ stations }) => stations[0]?.meanWait ?? 0));
    expect(Math.abs(wait / meanWaitingTime(rate, 1, servers) - 1)).toBeLessThan(0.06);
    expect(mean(runs.map(({ stations }) => stations[0]?.utilization ?? 0))).toBeCloseTo(rate / servers, 1);
    // Little’s law.
    for (const { leadTimes, throughput, inProgress } of runs)
      expect(Math.abs(inProgress / (throughput * mean(leadTimes)) - 1)).toBeLessThan(0.05);
  });

  it('has the same cases when something else is changed', () => {
    const random = model({ arrival: exponential(3), stations: [station({ service: exponential(2) })] });
    const slower = { ...random, stations: [station({ service: exponential(2), servers: 99 })] };
    const [a, b] = [random, slower].map(
      (each) => simulateProcess(each, { seed: 5, cases: 50, warmUp: 0 }).leadTimes,
    );
    expect((a ?? []).every((time, at) => time >= (b?.[at] ?? 0) - 1e-9)).toBe(true);
  });

  it('takes events by time, and in turn at one time', () => {
    const queue = new EventQueue();
    const times = [5, 1, 3, 1, 4, 1, 9, 2, 6];
    times.forEach((time, at) => queue.add(time, at));
    expect(times.map(() => queue.take())).toEqual([1, 3, 5, 7, 2, 4, 0, 8, 6]);
  });
});

describe('queueing theory', () => {
  it('knows the waiting time of common queues', () => {
    // M/M/1: load / (rate of service − rate of arrival). M/M/2 at load 1: a third must wait.
    expect(meanWaitingTime(0.8, 1, 1)).toBeCloseTo(4, 12);
    expect(chanceOfWaiting(1, 1, 2)).toBeCloseTo(1 / 3, 12);
  });
});
