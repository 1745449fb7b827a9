import { describe, expect, it } from 'vitest';
import { findStepVisits } from '../bottlenecks/visits.ts';
import { pairLifecycle } from '../log/pair-lifecycle.ts';
import { inTimeOrder } from '../log/time-order.ts';
import { readLog } from '../read/read-log.ts';
import { makeRandom } from '../statistics/random.ts';
import { exponential } from '../statistics/samplers.ts';
import { mean } from '../statistics/summary.ts';
import { buildStageLog, type BuiltEvent } from '../testing/build-stage-log.ts';
import { givenPath, openGiven } from '../testing/given-data.ts';
import { fitProcess, makeModel, sizeOf } from './fit-process.ts';
import { meanWaitingTime } from './queueing-theory.ts';
import { simulateProcess } from './simulate-process.ts';
import { compareChange } from './what-if.ts';

/** One desk that Ann alone works at, first come, first served. */
function buildDesk(cases: number): readonly BuiltEvent[] {
  const random = makeRandom(12);
  const [arrive, serve] = [exponential(10), exponential(8)];
  let arrived = 0;
  let free = 0;
  return Array.from({ length: cases }, (_, at) => {
    arrived += arrive.draw(random);
    const begin = Math.max(arrived, free);
    free = begin + serve.draw(random);
    const id = `${at}`;
    return [
      { case: id, activity: 'arrive', time: arrived, start: arrived },
      { case: id, activity: 'desk', time: free, start: begin, resource: 'Ann' },
    ];
  }).flat();
}

describe('a fitted process', () => {
  const log = buildStageLog([
    { case: 'A', activity: 'check', time: 4, start: 2, resource: 'Ann' },
    { case: 'A', activity: 'pay', time: 9, start: 7, resource: 'Bob' },
    { case: 'B', activity: 'check', time: 15, start: 12, resource: 'Bob' },
  ]);

  it('has the arrivals, ways, work, waits and people of its log', () => {
    const { arrivals, paths, stations, leadTimes } = fitProcess(log, findStepVisits(log));
    expect([arrivals, paths, leadTimes]).toEqual([[10], [[0, 1], [0]], [7, 3]]);
    // Bob gives half of his work to each step.
    expect(stations.map(({ name, services, waits, servers }) => [name, services, waits, servers])).toEqual([
      ['check', [2, 3], [0, 0], 2],
      ['pay', [2], [3], 1],
    ]);
  });

  it('takes as long as its log, and waits as long', () => {
    const desk = buildStageLog(buildDesk(1500));
    const fitted = fitProcess(desk, findStepVisits(desk));
    expect(fitted.stations[1]?.servers).toBe(1);
    const runs = [1, 2, 3, 4, 5, 6].map((seed) =>
      simulateProcess(makeModel(fitted), { seed, ...sizeOf(fitted, 3000) }),
    );
    const simulated = mean(runs.map(({ leadTimes }) => mean(leadTimes)));
    expect(Math.abs(simulated / mean(fitted.leadTimes) - 1)).toBeLessThan(0.2);
  }, 30_000);

  it('foresees what a second pair of hands would do, as queueing theory does', () => {
    const desk = buildStageLog(buildDesk(1500));
    const fitted = fitProcess(desk, findStepVisits(desk));
    const { mean_lead_time: effect } = compareChange(
      fitted,
      { steps: { desk: { people: 1 } } },
      { rounds: 10, cases: 2000 },
    );
    const expected = meanWaitingTime(1 / 10, 1 / 8, 2) - meanWaitingTime(1 / 10, 1 / 8, 1);
    expect(effect.difference).toBeLessThan(0);
    expect(effect.interval.low).toBeLessThan(expected);
    expect(effect.interval.high).toBeGreaterThan(expected);
  }, 30_000);

  it('foresees nothing where nothing is changed', () => {
    const { throughput, in_progress: progress } = compareChange(
      fitProcess(log, findStepVisits(log)),
      {},
      { rounds: 3, cases: 20 },
    );
    expect([throughput.difference, progress.interval]).toEqual([0, { low: 0, high: 0 }]);
  });
});

describe.skipIf(givenPath('eventlogs') === undefined)('a process fitted to a real log', () => {
  it.each(['receipt.xes.gz', 'Production.csv.gz', 'PurchasingExample.csv.gz'])(
    'takes as long as %s',
    async (file) => {
      const { log } = await readLog(openGiven(`eventlogs/${file}`));
      const ordered = pairLifecycle(inTimeOrder(log));
      const fitted = fitProcess(ordered, findStepVisits(ordered));
      const runs = [1, 2, 3].map((seed) =>
        simulateProcess(makeModel(fitted), { seed, ...sizeOf(fitted, 3000) }),
      );
      const simulated = mean(runs.map(({ leadTimes }) => mean(leadTimes)));
      expect(Math.abs(simulated / mean(fitted.leadTimes) - 1)).toBeLessThan(0.1);
    },
    30_000,
  );
});
